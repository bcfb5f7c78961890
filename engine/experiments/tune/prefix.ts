import { type Batch, type Batches, GET, type Requests } from '../../../workloads/requests.ts';
import { partOf } from '../../replay/stretches.ts';
import { keysOf } from './looks.ts';

/** The first records of a workload as a workload of its own, which shares its columns. */
export function prefixOf(requests: Requests, records: number): Requests {
  if (records >= requests.operations) return requests;
  const { keys } = requests;
  // Whoever knows keys by their numbers may fetch some that only come later.
  const universe = keys ? requests.universe : keysOf(requests, records);
  const batches = new FirstBatches(requests.batches, records);
  let gets = records;
  const sizes = requests.bytes === null ? null : new Float64Array(universe);
  if (requests.columns.includes('op') || sizes)
    for (const { id, op, size, length } of batches)
      for (let i = 0; i < length; i++) {
        if (op && op[i] !== GET) gets--;
        if (sizes) sizes[id[i]!] = size![i]!;
      }
  const bytes = sizes?.reduce((sum, size) => sum + size, 0) ?? null;
  const phases = requests.phases.filter(phase => phase.at < records);
  return {
    universe,
    gets,
    operations: records,
    columns: requests.columns,
    bytes,
    phases,
    batches,
    ...(keys && { keys }),
  };
}

/** Batches up to a record, to be gone through one after the other; those of a file are read from it as ever. */
class FirstBatches implements Batches {
  readonly length: number;
  private readonly all: Batches;
  private readonly ends: number[] = [];
  private readonly records: number;

  constructor(all: Batches, records: number) {
    this.all = all;
    this.records = records;
    let end = 0;
    for (const { length } of all) {
      if (end >= records) break;
      end += length;
      this.ends.push(end);
    }
    this.length = this.ends.length;
  }

  at(index: number): Batch | undefined {
    const batch = index < this.length ? this.all.at(index) : undefined;
    return batch && this.shortened(batch, index);
  }

  *[Symbol.iterator](): Iterator<Batch> {
    let index = 0;
    for (const batch of this.all) {
      if (index === this.length) return;
      yield this.shortened(batch, index++);
    }
  }

  private shortened(batch: Batch, index: number): Batch {
    const surplus = this.ends[index]! - this.records;
    return surplus <= 0 ? batch : partOf(batch, 0, batch.length - surplus);
  }
}
