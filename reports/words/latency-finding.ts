import type { SimDocument } from '../../engine/documents/sim.ts';
import { milliseconds } from './numbers.ts';

/** Of the slowest requests, the share that one place must answer to be named as their cause. */
const NEARLY_ALL = 0.9;

/** The median against the slowest hundredth, and who is behind the latter. */
export function latencyFinding(document: Pick<SimDocument, 'latencyMs' | 'latencyHistogram' | 'answeredBy'>): string {
  const { p50, p99 } = document.latencyMs;
  if (p99 <= p50 * 1.05) return `Nearly all requests take the same time, ${milliseconds(p50)}`;
  const culprit = slowestPlace(document);
  const why = culprit === null ? '' : culprit === 'origin' ? ', waiting for the origin' : `, answered by ${culprit}`;
  return `Half of the requests take at most ${milliseconds(p50)}; one in a hundred takes ${milliseconds(p99)} or more${why}`;
}

/** The place that answers nearly all requests above the 99th percentile, if there is one. */
function slowestPlace({
  latencyMs,
  latencyHistogram,
  answeredBy,
}: Pick<SimDocument, 'latencyMs' | 'latencyHistogram' | 'answeredBy'>): string | null {
  const slow = answeredBy.map(() => 0);
  for (const { toMs, counts } of latencyHistogram)
    if (toMs >= latencyMs.p99)
      counts.forEach((count, place) => {
        slow[place]! += count;
      });
  const all = slow.reduce((sum, count) => sum + count, 0);
  const place = slow.findIndex(count => all > 0 && count >= NEARLY_ALL * all);
  return place < 0 ? null : answeredBy[place]!;
}
