import type { Unseen } from '../../engine/experiments/tune/cell.ts';
import { InputError } from '../../spec/input-error.ts';
import { GET } from '../../workloads/requests.ts';
import type { LoadedWorkload } from '../workload.ts';

/** Which requests the search sees, and which the validation. */
export interface Parts {
  /** Records, from the first, that the search sees. */
  readonly seen: number;
  /** Gets among them. */
  readonly requests: number;
  readonly unseen: readonly Unseen[];
}

/** Of a recording, the share of the records that the search sees. */
const SEEN = 0.6;
/** Gets of the later part that fewer blocks than two come from. */
const FEWEST_LATER = 100;

/**
 * A synthetic workload is validated on other seeds; of a recording the search sees the first part and the validation the later one, with
 * the cache as the first part left it.
 * @throws InputError for a recording too short to be divided
 */
export function partsOf(
  { source, requests, title }: LoadedWorkload,
  { seed, seeds }: { readonly seed: number; readonly seeds: number },
): Parts {
  const { operations, gets } = requests;
  if (source.kind === 'synthetic') {
    const unseen = Array.from({ length: seeds }, (_, i): Unseen => ({ kind: 'seed', seed: seed + 1 + i }));
    return { seen: operations, requests: gets, unseen };
  }
  const seen = Math.floor(SEEN * operations);
  const before = getsAmong(source.requests.batches, seen);
  if (gets - before < FEWEST_LATER)
    throw new InputError(
      '',
      `${title}: ${gets === 1 ? '1 request is' : `${gets} requests are`} too few, expected at least ${Math.ceil(FEWEST_LATER / (1 - SEEN))} to search in the first ones and validate on the later`,
    );
  return { seen, requests: before, unseen: [{ kind: 'later', warmup: before }] };
}

function getsAmong(batches: LoadedWorkload['requests']['batches'], records: number): number {
  let left = records;
  let gets = 0;
  for (const { op, length } of batches) {
    if (left <= 0) break;
    const end = Math.min(length, left);
    if (op) for (let i = 0; i < end; i++) gets += op[i] === GET ? 1 : 0;
    else gets += end;
    left -= end;
  }
  return gets;
}
