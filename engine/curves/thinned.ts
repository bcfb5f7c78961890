import { type Batch, type Column, GET, type Requests } from '../../workloads/requests.ts';
import { DEFAULT_RATE } from '../configuration/presets.ts';
import { joined, pick } from './batch-columns.ts';
import { chooseKeys, dealKeys, type KeySample } from './key-sample.ts';

/** Groups that the sampled keys are dealt to: how far they agree tells the error of the whole. */
export const GROUPS = 8;

/** Requests for a share of a workload's keys. */
export interface ThinnedPart {
  readonly requests: Requests;
  /** Share of the workload's keys: 0…1. */
  readonly share: number;
}

/** A workload thinned out to the requests for some of its keys, and the same requests again in groups without a common key. */
export interface ThinnedWorkload {
  readonly whole: ThinnedPart;
  readonly groups: readonly ThinnedPart[];
}

/** @param onBatch called after each batch of the workload that was read */
export function thinOut(requests: Requests, keys: number, seed: number, onBatch?: () => void): ThinnedWorkload {
  const part = (some: Requests): ThinnedPart => ({ requests: some, share: some.universe / requests.universe });
  const whole = thin(requests, chooseKeys(requests.universe, keys, seed), onBatch);
  return { whole: part(whole), groups: deal(whole, seed).map(part) };
}

/**
 * The requests for the chosen keys, all for a key or none, in their order and with all that they say, under dense ids of
 * their own.
 */
export function thin({ batches, columns }: Requests, sample: KeySample, onBatch?: () => void): Requests {
  // Where time follows from the number of the request, it must not run faster because most requests are gone.
  const timed = columns.includes('ttl') && !columns.includes('time');
  const pieces: Batch[] = [];
  let found = new Int32Array(0);
  let first = 0;
  for (const batch of batches) {
    if (found.length < batch.length) found = new Int32Array(batch.length);
    const places = found.subarray(0, sample.find(batch.id, batch.length, found));
    const piece = pick(batch, places, sample.ranks(batch.id, places));
    const time = timed ? Float64Array.from(places, place => (first + place) / DEFAULT_RATE) : piece.time;
    if (places.length > 0) pieces.push({ ...piece, time });
    first += batch.length;
    onBatch?.();
  }
  return requestsOf(pieces, sample.keys, timed ? [...columns, 'time'] : columns);
}

/** The requests by groups of keys, each under dense ids of its own. */
function deal({ batches, universe, columns }: Requests, seed: number): Requests[] {
  const groupOf = dealKeys(universe, GROUPS, seed);
  const keys = new Int32Array(GROUPS);
  const idInGroup = new Int32Array(universe).map((_, id) => keys[groupOf[id]!]!++);
  const pieces = Array.from(keys, (): Batch[] => []);
  for (const batch of batches) {
    // Where the requests of each group begin, and then end, when those of the first group stand first.
    const ends = new Int32Array(GROUPS + 1);
    for (let i = 0; i < batch.length; i++) ends[groupOf[batch.id[i]!]! + 1]!++;
    for (let group = 0; group < GROUPS; group++) ends[group + 1]! += ends[group]!;
    const starts = ends.slice();
    const places = new Int32Array(batch.length);
    const ids = new Int32Array(batch.length);
    for (let i = 0; i < batch.length; i++) {
      const id = batch.id[i]!;
      const at = ends[groupOf[id]!]!++;
      places[at] = i;
      ids[at] = idInGroup[id]!;
    }
    for (let group = 0; group < GROUPS; group++) {
      const from = starts[group]!;
      const to = ends[group]!;
      pieces[group]!.push(pick(batch, places.subarray(from, to), ids.subarray(from, to)));
    }
  }
  return pieces.map((own, group) => requestsOf(own, keys[group]!, columns));
}

function requestsOf(pieces: readonly Batch[], universe: number, columns: readonly Column[]): Requests {
  // What is left of many batches is small.
  const batches = pieces.length > 1 ? [joined(pieces)] : pieces;
  let operations = 0;
  let gets = 0;
  const sizes = columns.includes('size') ? new Float64Array(universe) : null;
  for (const { id, op, size, length } of batches) {
    operations += length;
    gets += op ? op.reduce((sum, each) => sum + (each === GET ? 1 : 0), 0) : length;
    if (sizes && size) for (let i = 0; i < length; i++) sizes[id[i]!] = size[i]!;
  }
  const bytes = sizes?.reduce((sum, size) => sum + size, 0) ?? null;
  return { universe, gets, operations, columns, bytes, phases: [], batches };
}
