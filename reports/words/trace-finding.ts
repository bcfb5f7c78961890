import type { TraceInfoDocument } from '../../engine/documents/trace-info.ts';
import { percent, plural } from './numbers.ts';

/** What matters most for a cache, in a sentence: how much it can answer at best without prefetching, and how few keys the requests are about. */
export function traceFinding({ workload, popularity, reuse }: TraceInfoDocument): string {
  const { requests } = workload;
  const best = percent(reuse.reuses / requests, requests);
  const half = plural(popularity.keysOfHalf, 'key');
  const share = percent(popularity.keysOfHalf / popularity.keys, popularity.keys);
  return `At most ${best} of the requests can be hits, however large the cache; half of all requests go to ${half} (${share} of the keys).`;
}
