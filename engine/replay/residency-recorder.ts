import type { Requests } from '../../workloads/requests.ts';
import { windowLengthOf } from './meter.ts';
import type { Replay, Watcher } from './replay.ts';
import { everySoManyGets } from './stretches.ts';

/** A place as one character: the number of a store in base 36, or this for nowhere. */
const NOWHERE = '.';

/** Notes at the end of each window of a run where some keys lie. Its memory is keys × windows bytes, however long the run. */
export class ResidencyRecorder implements Watcher {
  readonly stops: readonly number[];
  private readonly ids: Int32Array;
  /** Window by window, the place of each id. */
  private readonly places: Uint8Array[] = [];

  /**
   * @param ids whose places are noted
   * @param warmup gets before the first window
   */
  constructor(ids: Int32Array, requests: Requests, warmup: number) {
    this.ids = ids;
    this.stops = everySoManyGets(requests, warmup, windowLengthOf(requests.gets - warmup));
  }

  look({ hierarchy }: Pick<Replay, 'hierarchy'>): void {
    const places = new Uint8Array(this.ids.length);
    this.ids.forEach((id, i) => {
      const place = hierarchy.whereIs(id);
      places[i] = place === hierarchy.origin ? 255 : place;
    });
    this.places.push(places);
  }

  /** For each id, a text with one character for each window. */
  rows(): string[] {
    return Array.from(this.ids, (_, i) => this.places.map(each => letter(each[i]!)).join(''));
  }
}

function letter(place: number): string {
  return place === 255 ? NOWHERE : place.toString(36);
}
