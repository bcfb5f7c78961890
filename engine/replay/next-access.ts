import { NEVER } from '../../policies/eviction/contract.ts';
import { columnBeside, DELETE, GET, type IntegerColumn, type Requests, SET } from '../../workloads/requests.ts';

/**
 * For clairvoyant policies: per batch and record, the number of the record that next gets the same id, or `NEVER`.
 * A set or delete that comes before that get makes the present entry useless, so it counts as `NEVER` too.
 */
export function nextAccesses(requests: Requests): IntegerColumn {
  const next = new Int32Array(requests.universe).fill(NEVER);
  const column = columnBeside(requests.batches);
  let number = requests.operations;
  for (let b = requests.batches.length - 1; b >= 0; b--) {
    const { id: ids, op: ops, length } = requests.batches.at(b)!;
    const piece = new Int32Array(length);
    for (let i = length - 1; i >= 0; i--) {
      number--;
      const id = ids[i]!;
      const op = ops ? ops[i]! : GET;
      piece[i] = next[id]!;
      if (op === GET) next[id] = number;
      else if (op === SET || op === DELETE) next[id] = NEVER;
    }
    column.set(b, piece);
  }
  return column;
}
