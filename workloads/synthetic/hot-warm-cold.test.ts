import { describe, expect, it } from 'vitest';
import { resolveSpec } from '../../spec/spec.ts';
import { workloads } from '../catalog.ts';
import { GET, SET } from '../requests.ts';
import { demoHitRatios } from './testing/demo-cache.ts';
import { made, streams, written } from './testing/made.ts';

const NORMAL = 0;
const MEDIUM = 1;
const HIGH = 2;

const gets = (spec: string, requests: number) => written(made(spec, requests)).filter(record => record.op === GET);

describe('hot-warm-cold', () => {
  it("populates 500 keys as the document's demo does: 50 of priority high, 150 medium, 300 normal", () => {
    const records = written(made('hot-warm-cold', 1_000));
    const sets = records.slice(0, 500);
    expect(sets.every((record, key) => record.op === SET && record.id === key)).toBe(true);
    expect(records.slice(500).every(record => record.op === GET)).toBe(true);
    expect(sets.map(record => record.priority)).toEqual([
      ...Array<number>(50).fill(HIGH),
      ...Array<number>(150).fill(MEDIUM),
      ...Array<number>(300).fill(NORMAL),
    ]);
  });

  it('sends 60, 30 and 10 % of the gets for existing keys to 20 hot, 80 warm and 400 cold keys, evenly inside each', () => {
    const counts = new Float64Array(500);
    for (const { id } of gets('hot-warm-cold:absent=0', 100_000)) counts[id]!++;
    const share = (from: number, to: number) => counts.subarray(from, to).reduce((sum, count) => sum + count, 0) / 1e5;
    // The standard deviation of a share of 0.6 is √(0.6 × 0.4 / 100,000) = 0.00155; of 0.3, 0.00145; of 0.1, 0.00095.
    expect(Math.abs(share(0, 20) - 0.6)).toBeLessThan(5 * 0.00155);
    expect(Math.abs(share(20, 100) - 0.3)).toBeLessThan(5 * 0.00145);
    expect(Math.abs(share(100, 500) - 0.1)).toBeLessThan(5 * 0.00095);
    // A hot key expects 3,000 gets (deviation 54), a warm one 375 (19), a cold one 25 (5).
    expect(Math.min(...counts.subarray(0, 20))).toBeGreaterThan(3_000 - 5 * 54);
    expect(Math.max(...counts.subarray(20, 100))).toBeLessThan(375 + 5 * 19);
    expect(Math.max(...counts.subarray(100))).toBeLessThan(25 + 6 * 5);
  });

  it('lets a get for an absent key follow 5 % of the others, never two in a row', () => {
    const absent = gets('hot-warm-cold', 100_000).map(record => record.id >= 500);
    // 0.05 extra gets for each ordinary one make 0.05 / 1.05 = 4.76 % of all; the standard deviation is 0.00066.
    expect(Math.abs(absent.filter(Boolean).length / 1e5 - 0.05 / 1.05)).toBeLessThan(5 * 0.00066);
    expect(absent[0]).toBe(false);
    expect(absent.some((each, i) => each && absent[i + 1])).toBe(false);
  });

  it('draws absent keys from a bounded set, so that they repeat', () => {
    // 500 keys + 1,000 absent ones, of which 47,600 draws leave each out with probability e^-47.
    expect(made('hot-warm-cold', 1_000_000).universe).toBe(1_500);
    expect(made('hot-warm-cold:absent-keys=7', 100_000).universe).toBe(507);
    expect(made('hot-warm-cold:absent=0', 100_000).universe).toBe(500);
  });

  it("gives the document's demo its hit ratios on the reference cache", () => {
    // ../golden/reference and reference.md, section 3: over 200 seeds of 1,051 requests 56.4 % (sd 5.8) are hits; L1 44.0,
    // L2 6.0, L3 6.4. Two means of 200 runs differ by less than 4 × 5.8 × √(2 / 200) = 2.3 points.
    const runs = Array.from({ length: 200 }, (_, seed) =>
      demoHitRatios(written(made('hot-warm-cold', 1_051, streams(seed)))),
    );
    const mean = (level: number) => (100 * runs.reduce((sum, hits) => sum + hits[level]!, 0)) / runs.length;
    expect(Math.abs(mean(0) - 44.0)).toBeLessThan(2.3);
    expect(Math.abs(mean(1) - 6.0)).toBeLessThan(1);
    expect(Math.abs(mean(2) - 6.4)).toBeLessThan(1);
  });

  it('skips the populate phase on demand; every get then says with which priority a refill is placed', () => {
    const result = made('hot-warm-cold:populate=false', 1_000);
    expect(result.operations).toBe(1_000);
    expect(result.columns).toEqual(['priority']);
    const priorities = new Set(written(result).map(record => record.priority));
    expect(priorities).toEqual(new Set([NORMAL, MEDIUM, HIGH]));
  });

  it('asks for no refill after a populate phase, and for cache-aside without one', () => {
    const defaults = (spec: string) => {
      const { entry, values } = resolveSpec(spec, workloads, 'workload', 'test');
      return entry.defaults!(values);
    };
    expect(defaults('hot-warm-cold')).toEqual({ fill: 'none', capacities: [50, 150, 300] });
    expect(defaults('hot-warm-cold:populate=false')).toEqual({ fill: 'cache-aside', capacities: [50, 150, 300] });
  });

  it('deals out the data types in turn, and the same to the gets of a key as to its set', () => {
    const records = written(made('hot-warm-cold:types=true', 5_000));
    const types = records.slice(0, 500).map(record => record.type);
    expect(types.slice(0, 5)).toEqual([0, 1, 2, 3, 0]);
    for (const type of [0, 1, 2, 3]) expect(types.filter(each => each === type)).toHaveLength(125);
    for (const record of records.slice(500)) expect(record.type).toBe(types[record.id] ?? 0);
  });

  it('gives more priorities than there are keys to the keys there are', () => {
    const records = written(made('hot-warm-cold:hot=1,warm=1,cold=1,high=2,medium=9', 0));
    expect(records.map(record => record.priority)).toEqual([HIGH, HIGH, MEDIUM]);
  });

  it('refuses shares that make more than 1', () => {
    expect(() => made('hot-warm-cold:hot-share=0.75,warm-share=0.5', 1)).toThrow(
      'hot-warm-cold: hot-share=0.75 and warm-share=0.5 make 1.25, expected at most 1',
    );
    expect(made('hot-warm-cold:hot-share=0.7,warm-share=0.3', 1).gets).toBe(1);
  });
});
