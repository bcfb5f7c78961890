import type { KeySpace } from '../../policies/prediction/contract.ts';
import type { KeyTable } from './key-table.ts';

/** A number as it is written, small enough to be exact: whoever reads it and writes it again has the same key. */
const NUMBER = /^(0|[1-9]\d{0,14})$/;

/**
 * The keys of a live cache as numbers. Unlike a workload, which names all its keys, it may be asked for any: a neighbour that was never seen gets
 * an id, so that it can be loaded ahead. Keys that are no numbers lie beside none.
 */
export function liveKeys(table: KeyTable): KeySpace {
  const numberOf = (id: number) => {
    const key = table.keys[id]!;
    return NUMBER.test(key) ? Number(key) : Number.NaN;
  };
  return {
    distance: (from, to) => numberOf(to) - numberOf(from),
    at(id, distance) {
      const key = String(numberOf(id) + distance);
      return NUMBER.test(key) ? table.claim(key) : -1;
    },
  };
}
