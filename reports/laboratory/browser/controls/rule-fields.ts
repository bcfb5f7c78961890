import type { AxisDraft, Draft } from '../../../../engine/configuration/draft.ts';
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
import type { MenuEntry, MenuName, Menus } from '../../protocol.ts';
import { element } from '../element.ts';
import { choiceField, textField } from './field.ts';
import { more } from './level-fields.ts';
import { noteFor } from './note.ts';
import { specField } from './spec-field.ts';

/** A rule of the cache that is one text. */
export type Axis = Exclude<keyof AxisDraft, 'preset'>;

/** The axes that are chosen from a catalogue, those of a few fixed words, and those that are written. */
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
  ['staleWhileRevalidate', 'Stale while revalidate'],
  ['sweep', 'Sweep every'],
  ['originConcurrency', 'Origin concurrency'],
  ['rate', 'Requests a second'],
];

/** In menus: nothing is said, and what is usual follows from the other rules. */
const USUAL: MenuEntry = { name: 'as usual', summary: 'What suits the other rules', parameters: {} };

interface RuleSetup {
  readonly menus: Menus;
  /** @param text null to say nothing of the axis */
  changedAxis(axis: Axis, text: string | null): void;
  changedOrigin(latency: string): void;
}

/** All that can be said of the cache as a whole, and beside each rule what it came to, where that is something else. */
export class RuleFields {
  readonly element: HTMLElement;
  private readonly setup: RuleSetup;
  private readonly notes = new Map<Axis, HTMLElement>();

  constructor({ axes, originLatency }: Draft, setup: RuleSetup) {
    this.setup = setup;
    const { menus, changedAxis, changedOrigin } = setup;
    const set = (axis: Axis) => (text: string) => changedAxis(axis, text === USUAL.name ? null : text);
    const policies = POLICIES.map(([axis, label]) => {
      const menu = axis === 'residency' ? [USUAL, ...menus[axis]] : menus[axis];
      return this.noted(axis, specField(label, menu, axes[axis] ?? USUAL.name, set(axis)));
    });
    const words = WORDS.map(([axis, label, list]) => {
      const all = axis === 'inflight' ? [USUAL.name, ...list] : list;
      return this.noted(axis, choiceField(label, all, axes[axis] ?? USUAL.name, set(axis)));
    });
    const texts = TEXTS.map(([axis, label]) => textField(label, axes[axis] ?? '', set(axis)));
    const origin = specField('Origin latency', menus.latency, originLatency, changedOrigin);
    this.element = element(
      'fieldset',
      {},
      element('legend', {}, 'Rules'),
      ...policies,
      more('More rules', ...words, ...texts, origin),
    );
  }

  /** @param asked as the user has it, @param resolved as it runs */
  tell(asked: AxisDraft, resolved: AxisDraft): void {
    for (const [axis, place] of this.notes) {
      const menu = POLICIES.some(([each]) => each === axis) ? this.setup.menus[axis as MenuName] : null;
      const note = noteFor(asked[axis], resolved[axis], menu);
      place.textContent = note;
      place.hidden = note === '';
    }
  }

  private noted(axis: Axis, field: HTMLElement): HTMLElement {
    const note = element('p', { class: 'hint note', hidden: true });
    this.notes.set(axis, note);
    return element('div', {}, field, note);
  }
}
