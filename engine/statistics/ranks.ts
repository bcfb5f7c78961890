import type { Popularity } from './popularity.ts';

/** A key by its place in the order of popularity, 1 for the most popular, and its gets. */
export interface RankedKey {
  readonly rank: number;
  readonly requests: number;
}

/** Ranks from 1 to `last`, at most so many, evenly spaced on a logarithmic axis; all of them where there are no more. */
export function spacedRanks(last: number, most: number): number[] {
  if (last <= most) return Array.from({ length: last }, (_, i) => i + 1);
  const step = Math.log(last) / (most - 1);
  return [...new Set(Array.from({ length: most }, (_, i) => Math.round(Math.exp(i * step))))];
}

/** Frequencies at ranks evenly spaced on a logarithmic axis. */
export function rankCurve(popularity: Popularity, most: number): RankedKey[] {
  const ranked = popularity.ranked();
  return spacedRanks(ranked.length, most).map(rank => ({ rank, requests: ranked[rank - 1]! }));
}

/** The keys at such ranks, at most 255; of keys as popular as each other, the one seen first comes first. */
export function keysAtRanks(
  popularity: Popularity,
  most: number,
): { readonly keys: RankedKey[]; readonly ids: Int32Array } {
  const ranked = popularity.ranked();
  const keys = rankCurve(popularity, most);
  const ids = new Int32Array(keys.length);
  const groups = groupsOf(ranked, keys);
  /** By frequency, the number of its group, counted from 1. */
  const groupOf = new Uint8Array((ranked[0] ?? 0) + 1);
  groups.forEach(({ requests }, g) => {
    groupOf[requests] = g + 1;
  });
  popularity.gets.forEach((frequency, id) => {
    const g = groupOf[frequency]!;
    if (g === 0) return;
    const group = groups[g - 1]!;
    if (group.numbers[group.found] === group.passed) ids[group.place + group.found++] = id;
    group.passed++;
  });
  return { keys, ids };
}

/** Wanted keys that are as popular as each other. */
interface Group {
  readonly requests: number;
  /** Of the first of them, among all that are wanted. */
  readonly place: number;
  /** Which of the keys with this frequency are wanted, ascending from 0. */
  readonly numbers: number[];
  /** Keys with this frequency that were passed so far, and those of them that were wanted. */
  passed: number;
  found: number;
}

function groupsOf(ranked: Int32Array, keys: readonly RankedKey[]): Group[] {
  const groups: Group[] = [];
  let first = 0;
  keys.forEach(({ rank, requests }, place) => {
    if (groups.at(-1)?.requests !== requests) {
      first = ranked.indexOf(requests) + 1;
      groups.push({ requests, place, numbers: [], passed: 0, found: 0 });
    }
    groups.at(-1)!.numbers.push(rank - first);
  });
  return groups;
}
