import { describe, expect, it } from 'vitest';
import { evictionPolicies } from '../../policies/catalog.ts';
import { THOROUGH } from '../../test/property-runs.ts';
import type { Requests } from '../../workloads/requests.ts';
import { runEstimates } from '../experiments/estimates.ts';
import { runCells } from '../experiments/mrc.ts';
import { generate } from '../runners/generate.ts';
import { unscalable } from './scaling.ts';

const zipf = generate('zipf:alpha=0.9,keys=100000', 400_000, 1);
const SIZES = [2_500, 5_000, 10_000, 20_000, 40_000];
const SEEDS = THOROUGH ? [1, 2, 3, 4, 5, 6] : [1, 2, 3];
const RATE = 0.04;

/** Absolute error and interval of every size and seed. */
function errorsOf(requests: Requests, kind: 'shards' | 'mini', policy: string, sizes = SIZES) {
  const cells = sizes.map(capacity => ({ policy, capacity, unit: 'entries', seed: 1 }) as const);
  const exact = runCells(requests, cells).map(each => each.row.missRatio);
  const keys = Math.round(RATE * requests.universe);
  return SEEDS.flatMap(seed =>
    runEstimates(requests, { kind, method: kind, keys, cells: cells.map(cell => ({ ...cell, seed })) }).map(
      ({ row: { missRatio, error } }, i) => ({ off: Math.abs(missRatio - exact[i]!), error }),
    ),
  );
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('on a skewed workload', () => {
  it.each([
    ['shards', 'lru', 0.01],
    ['mini', 'lru', 0.01],
    ['mini', 'sieve', 0.01],
    ['mini', 'arc', 0.01],
    ['mini', 's3-fifo', 0.01],
    ['mini', 'opt', 0.01],
  ] as const)('%s of %s is off by %s at the mean, and nearly always within its interval', (kind, policy, tolerance) => {
    const errors = errorsOf(zipf, kind, policy);
    expect(mean(errors.map(each => each.off))).toBeLessThan(tolerance);
    const inside = errors.filter(each => each.off <= each.error).length;
    expect(inside / errors.length).toBeGreaterThanOrEqual(0.9);
    // An interval that holds everything says nothing.
    expect(mean(errors.map(each => each.error))).toBeLessThan(0.06);
  });
});

describe('miniature simulation', () => {
  const pipeline = generate('ml-pipeline', 200_000, 1);

  /** Whether the interval is missed by a third of the samples, or says nothing. */
  function misjudged(policy: string, ...workloads: readonly Requests[]): boolean {
    const errors = workloads.flatMap(requests => {
      const sizes = [0.05, 0.1].map(share => Math.round(share * requests.universe));
      return errorsOf(requests, 'mini', policy, sizes);
    });
    const outside = errors.filter(each => each.off > each.error).length;
    return outside >= errors.length / 3 || mean(errors.map(each => each.error)) > 0.1;
  }

  const scaled = evictionPolicies.filter(each => each.capabilities.scales).map(each => each.name);
  // One after the other takes half a minute: usually every sixth.
  it.each(scaled.filter((_, i) => THOROUGH || i % 6 === 0))('speaks for %s', policy => {
    expect(misjudged(policy, zipf, pipeline)).toBe(false);
  });

  it.each([
    ['mru', pipeline],
    ['lru-k', pipeline],
    ['lfu', pipeline],
    ['mfu', pipeline],
    ['size', pipeline],
    ['lrfu', zipf],
    ['lhd', zipf],
    ['redis-lfu', generate('scan', 300_000, 1)],
    ['cacheus', generate('periodic', 300_000, 1)],
  ] as const)('would misjudge %s, which says so', (policy, requests) => {
    expect(misjudged(policy, requests)).toBe(true);
    expect(unscalable(policy, '--policies')).toBe(policy);
  });

  it('does not speak for what is made of such a policy', () => {
    expect(unscalable('guarded:challenger=lfu', '--policies')).toBe('lfu');
    expect(unscalable('guarded', '--policies')).toBeNull();
    expect(unscalable('guarded:challenger=lirs+lfu', '--policies')).toBe('lfu');
    expect(unscalable('guarded:challenger=lirs+s3-fifo', '--policies')).toBeNull();
  });
});

it('mini estimates caches behind an admission policy', () => {
  const small = SIZES.slice(1);
  const cells = small.map(
    capacity => ({ policy: 'lru', admission: 'tinylfu', capacity, unit: 'entries', seed: 1 }) as const,
  );
  const exact = runCells(zipf, cells).map(each => each.row.missRatio);
  const alone = runCells(
    zipf,
    cells.map(({ admission: _, ...cell }) => cell),
  ).map(each => each.row.missRatio);
  const keys = Math.round(RATE * zipf.universe);
  for (const [i, { row }] of runEstimates(zipf, { kind: 'mini', method: 'mini', keys, cells }).entries()) {
    expect(row.admission).toBe('tinylfu');
    expect(Math.abs(row.missRatio - exact[i]!)).toBeLessThan(Math.abs(row.missRatio - alone[i]!));
  }
});

it('a loop misses everything below its length and nothing above, in estimates too', () => {
  const loop = generate('loop:keys=10000', 100_000, 1);
  for (const { off } of errorsOf(loop, 'shards', 'lru', [9_000, 11_000])) expect(off).toBeLessThan(1e-4);
});

it('scales bytes by the share of the bytes', () => {
  const pipeline = generate('ml-pipeline', 100_000, 1);
  const cells = [0.1, 0.3, 0.6].map(
    part => ({ policy: 'lru', capacity: Math.round(part * pipeline.bytes!), unit: 'bytes', seed: 1 }) as const,
  );
  const exact = runCells(pipeline, cells).map(each => each.row.missRatio);
  const keys = Math.round(0.3 * pipeline.universe);
  const estimated = runEstimates(pipeline, { kind: 'mini', method: 'mini', keys, cells });
  for (const [i, { row }] of estimated.entries())
    expect(Math.abs(row.missRatio - exact[i]!)).toBeLessThanOrEqual(row.error);
});
