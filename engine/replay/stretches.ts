import { type Batch, GET, type Requests } from '../../workloads/requests.ts';

/** Records `from` … `to` − 1 of a batch; whether a stop comes right after them. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly stops: boolean;
}

/**
 * Cuts a batch where somebody wants to look at the counts in between.
 * @param first number of the batch's first record
 * @param stops numbers of the records after which there is a stop, ascending
 */
export function stretches(first: number, length: number, stops: readonly number[]): Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  for (const stop of stops) {
    const to = stop + 1 - first;
    if (to <= from || to > length) continue;
    found.push({ from, to, stops: true });
    from = to;
  }
  if (from < length) found.push({ from, to: length, stops: false });
  return found;
}

/**
 * Numbers of the records behind which so many more gets have passed, and of the last get.
 * @param warmup gets before the first that counts
 */
export function everySoManyGets({ gets, batches }: Requests, warmup: number, length: number): number[] {
  const found: number[] = [];
  let record = 0;
  let seen = 0;
  for (const { op, length: records } of batches)
    for (let i = 0; i < records; i++, record++) {
      if (op && op[i] !== GET) continue;
      seen++;
      if (seen > warmup && ((seen - warmup) % length === 0 || seen === gets)) found.push(record);
    }
  return found;
}

/** Some consecutive records of a batch, without copying them. */
export function partOf(batch: Batch, from: number, to: number): Batch {
  if (from === 0 && to === batch.length) return batch;
  return {
    length: to - from,
    id: batch.id.subarray(from, to),
    time: batch.time?.subarray(from, to) ?? null,
    op: batch.op?.subarray(from, to) ?? null,
    size: batch.size?.subarray(from, to) ?? null,
    type: batch.type?.subarray(from, to) ?? null,
    priority: batch.priority?.subarray(from, to) ?? null,
    ttl: batch.ttl?.subarray(from, to) ?? null,
    client: batch.client?.subarray(from, to) ?? null,
  };
}
