/** A list that a policy keeps, as people see it. */
export interface PolicyPart {
  /** As the paper calls it. */
  readonly name: string;
  /** Residents, each in one such part; ids that have left; or another view of ids that stand elsewhere, too. */
  readonly holds: 'residents' | 'ghosts' | 'view';
  /** The newest, or the topmost, first. */
  readonly ids: readonly number[];
  /** By place in `ids`, what the policy notes of the id: a bit, a count, a state; absent where it notes nothing. */
  readonly notes?: readonly (number | string)[];
  /** Place in `ids` under the hand; absent without a hand, and in an empty list. */
  readonly hand?: number;
}

/** Residents in a list that is iterated from the oldest to the newest. */
export function residentsIn(
  name: string,
  oldestFirst: Iterable<number>,
  note?: (id: number) => number | string,
): PolicyPart {
  return partOf(name, 'residents', oldestFirst, note);
}

/** Ids that have left, in a list that is iterated from the oldest to the newest. */
export function ghostsIn(name: string, oldestFirst: Iterable<number>): PolicyPart {
  return partOf(name, 'ghosts', oldestFirst);
}

/** A list of ids that stand elsewhere, too, iterated from the oldest to the newest. */
export function viewOf(name: string, oldestFirst: Iterable<number>, note: (id: number) => number | string): PolicyPart {
  return partOf(name, 'view', oldestFirst, note);
}

function partOf(
  name: string,
  holds: PolicyPart['holds'],
  oldestFirst: Iterable<number>,
  note?: (id: number) => number | string,
): PolicyPart {
  const ids = [...oldestFirst].reverse();
  return { name, holds, ids, ...(note && { notes: ids.map(note) }) };
}
