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

/** What the controls must know of the requests. */
export interface ControlFacts {
  readonly menus: Menus;
  /** The largest capacity that means anything. */
  readonly most: number;
  readonly unit: 'entries' | 'bytes';
}

/** A form for a whole cache, level by level and rule by rule. */
export class CacheControls {
  readonly element = element('form', { class: 'controls' });
  private draft: Draft;
  private readonly menus: Menus;
  private readonly capacities: Scale;
  private readonly changed: (draft: Draft) => void;

  constructor(draft: Draft, { menus, most, unit }: ControlFacts, changed: (draft: Draft) => void) {
    this.draft = draft;
    this.menus = menus;
    this.capacities = capacityScale(most, unit);
    this.changed = changed;
    this.element.addEventListener('submit', event => event.preventDefault());
    this.build();
  }

  /** Shows another cache. */
  show(draft: Draft): void {
    this.draft = draft;
    this.build();
  }

  private change(draft: Draft): void {
    this.draft = draft;
    this.changed(draft);
  }

  private build(): void {
    this.element.replaceChildren(this.levels(), this.rules());
  }

  private levels(): HTMLElement {
    const { levels } = this.draft;
    const { menus, capacities } = this;
    const add = element('button', { type: 'button' }, 'Add a level');
    add.hidden = levels.length >= 8;
    add.addEventListener('click', () => this.rebuild([...levels, addedLevel(levels)]));
    return element(
      'fieldset',
      {},
      element('legend', {}, 'Levels'),
      ...levels.map((level, depth) =>
        levelFields({
          ...{ level, depth, menus, capacities },
          changed: change => this.changeLevel(level.name, change),
          ...(levels.length > 1 && { remove: () => this.rebuild(levels.filter(each => each !== level)) }),
        }),
      ),
      add,
    );
  }

  /** By name: the draft at hand has changed since the form was built. */
  private changeLevel(name: string, change: Partial<LevelDraft>): void {
    const levels = this.draft.levels.map(level => (level.name === name ? { ...level, ...change } : level));
    this.change({ ...this.draft, levels });
  }

  /** Another number of levels is another form. */
  private rebuild(levels: readonly LevelDraft[]): void {
    const current = new Map(this.draft.levels.map(level => [level.name, level]));
    this.change({ ...this.draft, levels: levels.map(level => current.get(level.name) ?? level) });
    this.build();
  }

  private rules(): HTMLElement {
    const { axes, originLatency } = this.draft;
    const { menus } = this;
    const set = (axis: Axis) => (value: string) =>
      this.change({ ...this.draft, axes: { ...this.draft.axes, [axis]: value } });
    return element(
      'fieldset',
      {},
      element('legend', {}, 'Rules'),
      ...POLICIES.map(([axis, label]) => specField(label, menus[axis], axes[axis] ?? '', set(axis))),
      more(
        'More rules',
        ...WORDS.map(([axis, label, words]) => choiceField(label, words, axes[axis] ?? '', set(axis))),
        ...TEXTS.map(([axis, label]) => textField(label, axes[axis] ?? '', set(axis))),
        specField('Origin latency', menus.latency, originLatency, latency =>
          this.change({ ...this.draft, originLatency: latency }),
        ),
      ),
    );
  }
}
