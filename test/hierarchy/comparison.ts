import { describe, expect, it } from 'vitest';
import type { Options } from '../../engine/configuration/types.ts';
import type { Description } from '../../spec/parameter.ts';
import { type Measured, measure } from './measured.ts';

/** Workloads on which policies differ, for 150 entries. */
export const ZIPF = 'zipf:keys=1000,alpha=1.1';
export const FLAT_ZIPF = 'zipf:keys=1000,alpha=0.7';
export const LOOP = 'loop:keys=153';
export const SCANS = 'scan:keys=500,length=300';
export const FAST_HOT_SET = 'shifting-hotspot:keys=1000,hot=50,period=500';
export const SLOW_HOT_SET = 'shifting-hotspot:keys=1000,hot=100,period=5000';
export const DEMO = 'hot-warm-cold';
export const PIPELINE = 'ml-pipeline';

/** A policy of the axis beside its neutral counterpart, and what both measured when this was written. */
export interface Comparison {
  readonly policy: string;
  readonly against: string;
  readonly workload: string;
  readonly what: keyof Measured;
  readonly measured: readonly [against: number, policy: number];
  /** Where the others of the table would not show it. */
  readonly base?: Options;
}

const LESS_IS_BETTER: readonly (keyof Measured)[] = ['latencyMs', 'moved'];

/**
 * Holds every policy of a family to where it is said to win and to lose: on the named side, by half to one and a half of the margin.
 * @param neverLoses names of policies for which no loss is known
 */
export function describeWhereItPays(
  axis: 'promotion' | 'demotion' | 'placement' | 'admission',
  catalogue: readonly Description[],
  base: Options,
  comparisons: readonly Comparison[],
  neverLoses: readonly string[] = [],
): void {
  const wins = (each: Comparison) =>
    each.measured[1] > each.measured[0] !== LESS_IS_BETTER.includes(each.what) ? 'wins' : 'loses';

  it(`every ${axis} policy has a place where it wins, and one where it loses`, () => {
    const shown = new Set(comparisons.map(each => `${each.policy.split(':')[0]} ${wins(each)}`));
    const claimed = catalogue.flatMap(({ name }) => [`${name} wins`, `${name} loses`]);
    expect(claimed.filter(each => !shown.has(each))).toEqual(neverLoses.map(name => `${name} loses`));
  });

  describe.each(comparisons.map(each => ({ ...each, verdict: wins(each) })))(
    '$policy $verdict against $against on $workload',
    ({ policy, against, workload, what, measured, base: own }) => {
      it(`in ${what}: ${measured[0]} → ${measured[1]}`, () => {
        const found = [against, policy].map(spec => measure(workload, { ...base, ...own, [axis]: spec })[what]);
        const margin = measured[1] - measured[0];
        const share = (found[1]! - found[0]!) / margin;
        expect(share).toBeGreaterThan(0.5);
        expect(share).toBeLessThan(1.5);
      });
    },
  );
}
