/** A workload taken apart by data type, so that the curve of each type alone can be measured in every way that there is. */
import { withColumns } from '../../workloads/batch-memory.ts';
import type { BatchSink } from '../../workloads/batch-sink.ts';
import { Recorder } from '../../workloads/recorder.ts';
import { type Batch, type Column, DATA_TYPES, DELETE, type Requests } from '../../workloads/requests.ts';
import { DEFAULT_RATE } from '../configuration/presets.ts';
import { pick } from './batch-columns.ts';

/** The requests for data of one type. */
export interface TypedRequests {
  readonly type: (typeof DATA_TYPES)[number];
  readonly requests: Requests;
}

/**
 * The requests for each data type that is asked for, under dense ids of their own, so that sizes, samples and bounds are those
 * of a workload with this type alone. A delete goes to all types that know the key; a key of several types is a key of each.
 * @param sinkFor where the requests for a type go
 */
export function splitTypes(requests: Requests, sinkFor: () => BatchSink): TypedRequests[] {
  // Where time follows from the number of the request, it must not run faster because the other types are gone.
  const timed = requests.columns.includes('ttl') && !requests.columns.includes('time');
  const columns = requests.columns.filter(column => column !== 'type');
  const kept: Column[] = timed ? [...columns, 'time'] : columns;
  const parts = DATA_TYPES.map((_, code) => new TypePart(code, requests.universe, new Recorder(kept, sinkFor())));
  let first = 0;
  for (const batch of requests.batches) {
    for (const part of parts) part.add(batch, timed ? first : null);
    first += batch.length;
  }
  return parts.flatMap(({ code, recorder }) => {
    const own = recorder.finish();
    if (own.gets > 0) return [{ type: DATA_TYPES[code]!, requests: own }];
    own.batches.close?.();
    return [];
  });
}

class TypePart {
  readonly code: number;
  readonly recorder: Recorder;
  /** By id in the workload; -1 for one that the type has not seen. */
  private readonly idOf: Int32Array;
  private keys = 0;
  private places = new Int32Array(0);
  private ids = new Int32Array(0);

  constructor(code: number, universe: number, recorder: Recorder) {
    this.code = code;
    this.recorder = recorder;
    this.idOf = new Int32Array(universe).fill(-1);
  }

  /** @param first number of the batch's first record, where that tells the time */
  add(batch: Batch, first: number | null): void {
    const { id, op, type, length } = batch;
    if (this.places.length < length) {
      this.places = new Int32Array(length);
      this.ids = new Int32Array(length);
    }
    const { code, idOf, places, ids } = this;
    let count = 0;
    for (let i = 0; i < length; i++) {
      const key = id[i]!;
      const deletes = op !== null && op[i] === DELETE;
      if (deletes ? idOf[key]! < 0 : (type ? type[i] : 0) !== code) continue;
      if (idOf[key]! < 0) idOf[key] = this.keys++;
      places[count] = i;
      ids[count++] = idOf[key]!;
    }
    const own = places.subarray(0, count);
    const piece = pick(batch, own, ids.subarray(0, count));
    const time = first === null ? piece.time : Float64Array.from(own, place => (first + place) / DEFAULT_RATE);
    this.recorder.addAll(withColumns(piece, { time }));
  }
}
