import type { AxisDraft, Draft, LevelDraft } from '../../../../engine/configuration/draft.ts';
import type { Menus } from '../../protocol.ts';
import { element } from '../element.ts';
import { addedLevel } from './added-level.ts';
import { levelFields } from './level-fields.ts';
import { type Axis, RuleFields } from './rule-fields.ts';
import { capacityScale, type Scale } from './scales.ts';

const MOST_LEVELS = 8;

/** A change of one thing, whatever the rest of the cache is like when its turn comes. */
export type Edit = (draft: Draft) => Draft;

/** What the controls must know of the requests. */
export interface ControlFacts {
  readonly menus: Menus;
  /** The largest capacity that means anything. */
  readonly most: number;
  readonly unit: 'entries' | 'bytes';
}

/** A form for a whole cache, level by level and rule by rule. What it says are edits: the cache itself is somebody else's. */
export class CacheControls {
  readonly element = element('form', { class: 'controls' });
  /** How often another cache was shown. */
  shown = 0;
  private adding: HTMLButtonElement | null = null;
  private rules: RuleFields | null = null;
  private readonly menus: Menus;
  private readonly capacities: Scale;
  private readonly edited: (edit: Edit) => void;

  constructor(draft: Draft, { menus, most, unit }: ControlFacts, edited: (edit: Edit) => void) {
    this.menus = menus;
    this.capacities = capacityScale(most, unit);
    this.edited = edited;
    this.element.addEventListener('submit', event => event.preventDefault());
    this.show(draft);
  }

  /** Shows a cache, in place of the one that was there. */
  show(draft: Draft): void {
    this.shown++;
    this.rules = new RuleFields(draft, {
      menus: this.menus,
      changedAxis: (axis, text) => this.edited(withAxis(axis, text)),
      changedOrigin: originLatency => this.edited(now => ({ ...now, originLatency })),
    });
    this.element.replaceChildren(this.levels(draft.levels), this.rules.element);
  }

  /** Says beside the rules what they came to. */
  tell(asked: AxisDraft, resolved: AxisDraft): void {
    this.rules?.tell(asked, resolved);
  }

  private levels(levels: readonly LevelDraft[]): HTMLElement {
    const { menus, capacities } = this;
    const add = element('button', { type: 'button' }, 'Add a level');
    add.hidden = levels.length >= MOST_LEVELS;
    this.adding = add;
    add.addEventListener('click', () => this.editLevels(now => [...now, addedLevel(now)]));
    const fields = levels.map((level, depth) => {
      const { name } = level;
      const changed = (change: Partial<LevelDraft>) =>
        this.edited(withLevels(now => now.map(each => (each.name === name ? { ...each, ...change } : each))));
      const remove = () => this.editLevels(now => now.filter(each => each.name !== name));
      return levelFields({ level, depth, menus, capacities, changed, ...(levels.length > 1 && { remove }) });
    });
    return element('fieldset', {}, element('legend', {}, 'Levels'), ...fields, add);
  }

  /** Another number of levels is another form. */
  private editLevels(change: (levels: readonly LevelDraft[]) => readonly LevelDraft[]): void {
    const edit = withLevels(change);
    this.edited(draft => {
      const changed = edit(draft);
      this.show(changed);
      // The button that was pressed is gone; the keyboard goes on where levels are added.
      this.adding?.focus();
      return changed;
    });
  }
}

/** @param text null where nothing is to be said of the axis */
function withAxis(axis: Axis, text: string | null): Edit {
  return draft => {
    const { [axis]: _, ...others } = draft.axes;
    return { ...draft, axes: text === null ? others : { ...draft.axes, [axis]: text } };
  };
}

function withLevels(change: (levels: readonly LevelDraft[]) => readonly LevelDraft[]): Edit {
  return draft => ({ ...draft, levels: change(draft.levels) });
}
