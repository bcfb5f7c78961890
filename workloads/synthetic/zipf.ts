import { defineWorkload } from '../contract.ts';
import { RangeInterner } from '../interner.ts';
import { Recorder } from '../recorder.ts';

/** stub replaced soon */
export const zipf = defineWorkload({
  name: 'zipf',
  summary: 'Independent requests whose popularity falls as rank^-alpha',
  parameters: {
    alpha: { type: 'number', default: 0.9, min: 0, max: 10, summary: 'skew; 0 is uniform' },
    keys: { type: 'integer', default: 10_000, min: 1, summary: 'number of keys' },
  },
  requests: 100_000,
  generate({ requests, random }, { alpha, keys }) {
    const draw = random('keys');
    const interner = new RangeInterner(keys);
    const recorder = new Recorder([]);
    const weights = Float64Array.from({ length: keys }, (_, i) => (i + 1) ** -alpha);
    for (let i = 1; i < keys; i++) weights[i]! += weights[i - 1]!;
    for (let i = 0; i < requests; i++) {
      const u = draw() * weights[keys - 1]!;
      let low = 0;
      let high = keys - 1;
      while (low < high) {
        const mid = (low + high) >> 1;
        if (weights[mid]! < u) low = mid + 1;
        else high = mid;
      }
      recorder.add(interner.id(low));
    }
    return recorder.finish();
  },
});
