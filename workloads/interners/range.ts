import type { RangeNames } from './names.ts';

/** Gives dense ids 0, 1, 2 … to integer keys of a known range, in order of first appearance. */
export class RangeInterner {
  private readonly ids: Int32Array;
  private count = 0;

  /** @param keys keys are 0 … keys − 1 */
  constructor(keys: number) {
    this.ids = new Int32Array(keys).fill(-1);
  }

  id(key: number): number {
    const known = this.ids[key]!;
    if (known >= 0) return known;
    this.ids[key] = this.count;
    return this.count++;
  }

  /** The ids by key, as they are: valid until another key comes. */
  names(): RangeNames {
    return { kind: 'range', ids: this.ids };
  }
}
