import { type Batch, GET } from '../../workloads/requests.ts';
import type { Hierarchy } from '../hierarchy/hierarchy.ts';
import { windowLengthOf } from './meter.ts';

/** A place as one character: the number of a store in base 36, or this for nowhere. */
const NOWHERE = '.';

/**
 * Notes at the end of each window of a run where some keys lie. Batches are cut where a window ends, so the loop over requests
 * knows nothing of it; the memory is keys × windows bytes, however long the run.
 */
export class ResidencyRecorder {
  private readonly ids: Int32Array;
  /** Window by window, the place of each id. */
  private readonly places: Uint8Array[] = [];
  private readonly windowLength: number;
  /** Gets until the present window ends, those of the warm-up included. */
  private left: number;

  /**
   * @param ids whose places are noted
   * @param warmup gets before the first window
   * @param requests gets in all windows
   */
  constructor(ids: Int32Array, warmup: number, requests: number) {
    this.ids = ids;
    this.windowLength = windowLengthOf(requests);
    this.left = warmup + this.windowLength;
  }

  /** Hands a batch on in pieces, and looks wherever a window ends between two. */
  follow(
    batch: Batch,
    next: Int32Array | null,
    hierarchy: Hierarchy,
    take: (batch: Batch, next: Int32Array | null) => void,
  ): void {
    for (let from = 0; from < batch.length; ) {
      const to = this.endOfPiece(batch, from);
      take(pieceOf(batch, from, to), next?.subarray(from, to) ?? null);
      if (this.left === 0) this.look(hierarchy);
      from = to;
    }
  }

  /** The last window may be shorter than the others. */
  finish(hierarchy: Hierarchy): void {
    if (this.left < this.windowLength) this.look(hierarchy);
  }

  /** For each id, a text with one character for each window. */
  rows(): string[] {
    return Array.from(this.ids, (_, i) => this.places.map(each => this.letter(each[i]!)).join(''));
  }

  private letter(place: number): string {
    return place === 255 ? NOWHERE : place.toString(36);
  }

  /** The record behind the last one that belongs to the present window; its gets are counted off. */
  private endOfPiece({ op, length }: Batch, from: number): number {
    if (!op) {
      const to = Math.min(length, from + this.left);
      this.left -= to - from;
      return to;
    }
    let to = from;
    while (to < length && this.left > 0) if (op[to++] === GET) this.left--;
    return to;
  }

  private look(hierarchy: Hierarchy): void {
    const places = new Uint8Array(this.ids.length);
    this.ids.forEach((id, i) => {
      const place = hierarchy.whereIs(id);
      places[i] = place === hierarchy.origin ? 255 : place;
    });
    this.places.push(places);
    this.left = this.windowLength;
  }
}

function pieceOf(batch: Batch, from: number, to: number): Batch {
  if (from === 0 && to === batch.length) return batch;
  const { id, time, op, size, type, priority, ttl, client } = batch;
  return {
    length: to - from,
    id: id.subarray(from, to),
    time: time?.subarray(from, to) ?? null,
    op: op?.subarray(from, to) ?? null,
    size: size?.subarray(from, to) ?? null,
    type: type?.subarray(from, to) ?? null,
    priority: priority?.subarray(from, to) ?? null,
    ttl: ttl?.subarray(from, to) ?? null,
    client: client?.subarray(from, to) ?? null,
  };
}
