import { type Batch, type Batches, DATA_TYPES, DELETE, GET, type Requests } from '../../workloads/requests.ts';
import { pick } from './batch-columns.ts';

/**
 * A workload's requests by data type, under the same ids, for LRU at a few sizes: what a cache for each type alone would be asked.
 * A delete goes to all. Nothing is kept: records are picked as they are read, which `splitTypes`, whose ids are dense for each type, cannot do.
 */
export function byType(requests: Requests): Requests[] {
  const gets = new Float64Array(DATA_TYPES.length);
  const sets = new Float64Array(DATA_TYPES.length);
  let deletes = 0;
  for (const { op, type, length } of requests.batches) {
    for (let i = 0; i < length; i++) {
      if (op && op[i] === DELETE) deletes++;
      else if (op && op[i] !== GET) sets[type ? type[i]! : 0]!++;
      else gets[type ? type[i]! : 0]!++;
    }
  }
  return DATA_TYPES.map((_, type) => ({
    ...requests,
    gets: gets[type]!,
    operations: gets[type]! + sets[type]! + deletes,
    phases: [],
    batches: new TypedBatches(requests.batches, type),
  }));
}

class TypedBatches implements Batches {
  readonly length: number;
  private readonly batches: Batches;
  private readonly type: number;
  private places = new Int32Array(0);

  constructor(batches: Batches, type: number) {
    this.batches = batches;
    this.type = type;
    this.length = batches.length;
  }

  at(index: number): Batch | undefined {
    const batch = this.batches.at(index);
    return batch && this.pick(batch);
  }

  *[Symbol.iterator](): Generator<Batch> {
    for (const batch of this.batches) yield this.pick(batch);
  }

  *stretches(): Generator<readonly Batch[]> {
    for (const batch of this) yield [batch];
  }

  private pick(batch: Batch): Batch {
    const { op, type, length } = batch;
    if (this.places.length < length) this.places = new Int32Array(length);
    const { places } = this;
    let count = 0;
    for (let i = 0; i < length; i++)
      if ((type ? type[i] : 0) === this.type || (op && op[i] === DELETE)) places[count++] = i;
    const found = places.subarray(0, count);
    return pick(
      batch,
      found,
      found.map(place => batch.id[place]!),
    );
  }
}
