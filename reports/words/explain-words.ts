import type { ExplainDocument, ExplainEvent, ExplainStep, PolicyPart } from '../../engine/documents/explain.ts';
import { count, plural } from './numbers.ts';

/** What was stepped through, in one line. */
export function explainSubject({ configuration, requests, hits, seed }: ExplainDocument): string {
  const { levels, residency } = configuration;
  const cache =
    levels.length === 1
      ? `${levels[0]!.policy}, ${count(levels[0]!.capacity)} ${configuration.unit}`
      : `${levels.map(each => `${each.name} ${count(each.capacity)}`).join(', ')} ${configuration.unit}, residency ${residency}`;
  return `${cache} · ${plural(requests, 'request')}, ${plural(hits, 'hit')} · seed ${seed}`;
}

/** `hit L1`, or `hit` where there is one level only; `miss`; nothing for a set or a delete. */
export function answerWords({ answeredBy, places }: ExplainStep): string {
  if (answeredBy === null) return '';
  if (answeredBy === 'origin') return 'miss';
  if (answeredBy === 'stale') return 'stale';
  return places.length === 1 ? 'hit' : `hit ${answeredBy}`;
}

/** What happened to entries, in a few words each: `4 left L1`, `7 L2 → L1`, `3 expired`. Entering is what every miss does. */
export function eventWords(events: readonly ExplainEvent[], keys: readonly string[]): string[] {
  return events.flatMap(event => {
    const key = keys[event.id]!;
    if (event.kind === 'moved') return [`${key} ${event.place} → ${event.to}`];
    if (event.kind === 'left') return [`${key} ${event.cause === 'evicted' ? 'left' : event.cause}`];
    return event.kind === 'overwritten' ? [`${key} overwritten`] : [];
  });
}

/** A list of a policy, for people. */
export interface PartWords {
  readonly name: string;
  readonly holds: PolicyPart['holds'];
  readonly entries: readonly {
    readonly key: string;
    /** What the policy notes of it, if that is anything but 0. */
    readonly note: string;
    /** Under the hand, or, where the policy shows no lists, the next to leave. */
    readonly marked: boolean;
    /** Asked for in this step. */
    readonly asked: boolean;
  }[];
}

/** The lists of all places after a step: the policy's own, or the residents in the order in which they would leave, the next one last. */
export function partsOf({ id: asked, places }: ExplainStep, keys: readonly string[]): PartWords[] {
  const entry = (id: number, note: number | string, marked: boolean) => ({
    key: keys[id]!,
    note: note === 0 ? '' : String(note),
    marked,
    asked: id === asked,
  });
  return places.flatMap(({ name, parts, leaving, others }): PartWords[] => {
    const where = places.length === 1 ? '' : `${name} `;
    if (parts.length > 0)
      return parts.map(({ name: part, holds, ids, notes, hand }) => ({
        name: `${where}${part}`,
        holds,
        entries: ids.map((id, i) => entry(id, notes?.[i] ?? 0, hand === i)),
      }));
    const ids = [...others, ...[...leaving].reverse()];
    const entries = ids.map((id, i) => entry(id, 0, leaving.length > 0 && i === ids.length - 1));
    return [{ name, holds: 'residents', entries }];
  });
}

/** How a medium shows what is beside a key. */
export interface Signs {
  readonly note: string;
  readonly ghost: string;
}

/** What the signs beside keys mean, as far as they occur. */
export function legend({ steps, keys }: Pick<ExplainDocument, 'steps' | 'keys'>, signs: Signs): string[] {
  const parts = steps.flatMap(step => partsOf(step, keys));
  const listed = steps.flatMap(step => step.places.map(place => place.parts.length > 0));
  const marks = [listed.includes(true) ? 'the hand' : '', listed.includes(false) ? 'the next to leave' : ''];
  return [
    listed.includes(true) ? 'the newest first' : '',
    parts.some(part => part.entries.some(each => each.marked))
      ? `▸ ${marks.filter(mark => mark !== '').join(', or ')}`
      : '',
    parts.some(part => part.entries.some(each => each.note !== ''))
      ? `${signs.note} what the policy notes of a key`
      : '',
    parts.some(part => part.holds === 'ghosts' && part.entries.length > 0) ? `${signs.ghost} left, but remembered` : '',
  ].filter(sign => sign !== '');
}

/** How the requests fared, in a sentence. */
export function explainFinding({ requests, hits, steps }: ExplainDocument): string {
  const left = steps.reduce((sum, { events }) => sum + events.filter(each => each.kind === 'left').length, 0);
  return `${plural(hits, 'hit')} in ${plural(requests, 'request')}; ${plural(left, 'entry', 'entries')} left the cache`;
}
