import type { AxisDraft, Draft, LevelDraft } from '../../../../engine/configuration/draft.ts';
import {
  COHERENCES,
  EXPIRIES,
  FILLS,
  INCLUSIONS,
  INFLIGHTS,
  LEVEL_TTLS,
  LIFETIMES,
  PARTITIONS,
} from '../../../../engine/configuration/types.ts';
import type { MenuName, Menus } from '../../protocol.ts';
import { element } from '../element.ts';
import { addedLevel } from './added-level.ts';
import { choiceField, textField } from './field.ts';
import { levelFields, more } from './level-fields.ts';
import { capacityScale, type Scale } from './scales.ts';
import { specField } from './spec-field.ts';

type Axis = Exclude<keyof AxisDraft, 'preset'>;

const MOST_LEVELS = 8;

/** The axes that are chosen from a catalogue, and those of a few fixed words. */
const POLICIES: readonly (readonly [Axis & MenuName, string])[] = [
  ['residency', 'Residency'],
  ['placement', 'Placement'],
  ['promotion', 'Promotion'],
  ['demotion', 'Demotion'],
  ['prediction', 'Prediction'],
];
const WORDS: readonly (readonly [Axis, string, readonly string[]])[] = [
  ['inclusion', 'Inclusion', INCLUSIONS],
  ['levelTtl', 'End of a TTL', LEVEL_TTLS],
  ['lifetime', 'Lifetime on a move', LIFETIMES],
  ['expiry', 'Expiry', EXPIRIES],
  ['coherence', 'Coherence', COHERENCES],
  ['fill', 'Fill', FILLS],
  ['inflight', 'Fetches in flight', INFLIGHTS],
  ['partitions', 'Partitions', PARTITIONS],
];
const TEXTS: readonly (readonly [Axis, string])[] = [
  ['quotas', 'Quotas'],
  ['tti', 'Time to idle'],
  ['sweep', 'Sweep every'],
  ['originConcurrency', 'Origin concurrency'],
  ['rate', 'Requests a second'],
];

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
    this.element.replaceChildren(this.levels(draft.levels), this.rules(draft));
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

  private rules({ axes, originLatency }: Draft): HTMLElement {
    const { menus } = this;
    const set = (axis: Axis) => (text: string) =>
      this.edited(draft => ({ ...draft, axes: { ...draft.axes, [axis]: text } }));
    return element(
      'fieldset',
      {},
      element('legend', {}, 'Rules'),
      ...POLICIES.map(([axis, label]) => specField(label, menus[axis], axes[axis] ?? '', set(axis))),
      more(
        'More rules',
        ...WORDS.map(([axis, label, words]) => choiceField(label, words, axes[axis] ?? '', set(axis))),
        ...TEXTS.map(([axis, label]) => textField(label, axes[axis] ?? '', set(axis))),
        specField('Origin latency', menus.latency, originLatency, text =>
          this.edited(draft => ({ ...draft, originLatency: text })),
        ),
      ),
    );
  }
}

function withLevels(change: (levels: readonly LevelDraft[]) => readonly LevelDraft[]): Edit {
  return draft => ({ ...draft, levels: change(draft.levels) });
}
