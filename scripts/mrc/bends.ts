import { sizesAtBends } from '../../engine/curves/bends.ts';
import { type Method, resolveMethod } from '../../engine/curves/methods.ts';
import { runCurves } from '../../engine/runners/run-curves.ts';
import type { Requests } from '../../workloads/requests.ts';
import { evenSizes } from './sizes.ts';

/** Sizes at which the curve of LRU is known before it is decided which to measure: one pass gives them all. */
const DENSE = 2000;
/** Two lines of the terminal's table. */
const MOST = 28;

/**
 * Sizes in entries, most of them where LRU's curve bends. Where curves are estimated, so is this one, from as many keys.
 * @param smallest in entries: where sizes begin, unless that leaves less than a factor of ten
 */
export async function sizesWhereLruBends(requests: Requests, method: Method, smallest: number): Promise<number[]> {
  const cells = evenSizes(requests.universe, smallest, DENSE).map(capacity => ({
    policy: 'lru',
    capacity,
    unit: 'entries' as const,
    seed: 0,
  }));
  const guide = method.kind === 'count' ? method : resolveMethod(method.spec.replace(/^\w+/, 'shards'), '--method');
  const points = await runCurves(requests, cells, guide, { jobs: 1 });
  return sizesAtBends(
    points.map(({ row }) => row),
    MOST,
  );
}
