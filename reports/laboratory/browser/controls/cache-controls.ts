import type { AxisDraft, Draft, LevelDraft } from '../../../../engine/configuration/draft.ts';
import type { Menus } from '../../protocol.ts';
import { element } from '../element.ts';
import { addedLevel } from './added-level.ts';
import { levelFields } from './level-fields.ts';
import { type Axis, RuleFields } from './rule-fields.ts';
import { capacityScale } from './scales.ts';

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
  /** How often a cache was shown. */
  shown = 0;
  private adding: HTMLButtonElement | null = null;
  private rules: RuleFields | null = null;
  private readonly edited: (edit: Edit) => void;

  constructor(edited: (edit: Edit) => void) {
    this.edited = edited;
    this.element.addEventListener('submit', event => event.preventDefault());
  }

  /** Shows a cache, in place of the one that was there; what was unfolded stays so. */
  show(draft: Draft, facts: ControlFacts): void {
    const unfolded = new Set(summaries(this.element, 'details[open]').map(each => each.textContent));
    this.shown++;
    this.rules = new RuleFields(draft, {
      menus: facts.menus,
      changedAxis: (axis, text) => this.edited(withAxis(axis, text)),
      changedOrigin: originLatency => this.edited(now => ({ ...now, originLatency })),
    });
    this.element.replaceChildren(this.levels(draft.levels, facts), this.rules.element);
    for (const each of summaries(this.element, 'details'))
      if (unfolded.has(each.textContent)) (each.parentElement as HTMLDetailsElement).open = true;
  }

  /** Says beside the rules what they came to. */
  tell(asked: AxisDraft, resolved: AxisDraft): void {
    this.rules?.tell(asked, resolved);
  }

  private levels(levels: readonly LevelDraft[], facts: ControlFacts): HTMLElement {
    const { menus, most, unit } = facts;
    const capacities = capacityScale(most, unit);
    const add = element('button', { type: 'button' }, 'Add a level');
    add.hidden = levels.length >= MOST_LEVELS;
    this.adding = add;
    add.addEventListener('click', () => this.editLevels(facts, now => [...now, addedLevel(now)]));
    const fields = levels.map((level, depth) => {
      const { name } = level;
      const changed = (change: Partial<LevelDraft>) =>
        this.edited(withLevels(now => now.map(each => (each.name === name ? { ...each, ...change } : each))));
      const remove = () => this.editLevels(facts, now => now.filter(each => each.name !== name));
      return levelFields({ level, depth, menus, capacities, changed, ...(levels.length > 1 && { remove }) });
    });
    return element('fieldset', {}, element('legend', {}, 'Levels'), ...fields, add);
  }

  /** Another number of levels is another form. */
  private editLevels(facts: ControlFacts, change: (levels: readonly LevelDraft[]) => readonly LevelDraft[]): void {
    const edit = withLevels(change);
    this.edited(draft => {
      const changed = edit(draft);
      this.show(changed, facts);
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

function summaries(form: HTMLElement, details: string): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>(`${details} > summary`)];
}
