import type { SimDocument } from '../../engine/documents/sim.ts';
import { milliseconds, percent, points, relativeChange } from './numbers.ts';

type Measured = Pick<SimDocument, 'totals' | 'latencyMs'>;

/** How a cache does beside another on the same requests, in one sentence. */
export function besideFinding(before: Measured, after: Measured): string {
  const { requests, hitRatio } = after.totals;
  const ratio = percent(hitRatio, requests);
  const mean = milliseconds(after.latencyMs.mean);
  const gained = points(hitRatio - before.totals.hitRatio, requests);
  const slower = relativeChange(before.latencyMs.mean, after.latencyMs.mean);
  const more = gained.startsWith('±')
    ? 'as many'
    : `${gained.slice(1)} ${hitRatio > before.totals.hitRatio ? 'more' : 'fewer'}`;
  const time = slower === null || slower.startsWith('±') ? 'as before' : slower;
  return `${ratio} of requests are answered from cache, ${more}; the mean latency is ${mean}, ${time}.`;
}
