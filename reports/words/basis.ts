import type { ComparedWorkload } from '../../engine/documents/compare.ts';
import { plural } from './numbers.ts';

/** `100,000 requests, seeds 1 to 10`, `1,234 requests in 20 blocks`: what stands behind the numbers of a comparison. */
export function basis(
  { samples, count, counted }: Pick<ComparedWorkload, 'samples' | 'count' | 'counted'>,
  seed: number,
): string {
  const requests = plural(counted, 'request');
  return samples === 'seeds'
    ? `${requests}, seeds ${seed} to ${seed + count - 1}`
    : `${requests} in ${plural(count, 'block')}`;
}
