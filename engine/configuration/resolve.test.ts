import { describe, expect, it } from 'vitest';
import type { WorkloadDefaults } from '../../workloads/contract.ts';
import { resolveConfiguration } from './resolve.ts';
import type { Options } from './types.ts';

const KEYS = { keys: 1_000, bytes: null };
const SIZED = { keys: 1_000, bytes: 1_000_000 };

const resolve = (options: Options, defaults?: WorkloadDefaults) => resolveConfiguration(options, { ...KEYS, defaults });
const capacities = (options: Options, workload: { keys: number; bytes: number | null } = KEYS) =>
  resolveConfiguration(options, workload).levels.map(level => level.capacity);

describe('a value that an axis does not know is refused with its flag', () => {
  it.each<[Options, string, string]>([
    [{ preset: 'flatt' }, '--preset', 'unknown preset "flatt"; did you mean "flat"?'],
    [{ policy: 'lur' }, '--policy', 'unknown eviction policy "lur"; did you mean "lru"?'],
    [{ levels: 'L1=5/-/lur' }, '--levels L1', 'unknown eviction policy "lur"; did you mean "lru"?'],
    [{ residency: 'guardd' }, '--residency', 'unknown residency "guardd"; did you mean "guarded"?'],
    [{ residency: 'unified:policy=lur' }, '--residency', 'unknown eviction policy "lur"; did you mean "lru"?'],
    [{ inclusion: 'exclusiv' }, '--inclusion', 'found "exclusiv", expected exclusive, inclusive, nine; did you mean'],
    [{ placement: 'topp' }, '--placement', 'unknown placement policy "topp"; did you mean "top"?'],
    [{ admission: 'tinylfo' }, '--admission', 'unknown admission policy "tinylfo"; did you mean "tinylfu"?'],
    [{ promotion: 'nevr' }, '--promotion', 'unknown promotion policy "nevr"; did you mean "never"?'],
    [{ demotion: 'cascad' }, '--demotion', 'unknown demotion policy "cascad"; did you mean "cascade"?'],
    [{ levelTtl: 'warm' }, '--level-ttl', 'found "warm", expected remove, cool'],
    [{ lifetime: 'cary' }, '--lifetime', 'found "cary", expected carry, restamp; did you mean "carry"?'],
    [{ expiry: 'lasy' }, '--expiry', 'found "lasy", expected lazy, expired-first; did you mean "lazy"?'],
    [{ sweep: 'often' }, '--sweep', '"often" is not a duration'],
    [{ coherence: 'some' }, '--coherence', 'found "some", expected supersede, none'],
    [
      { partitions: 'quotas' },
      '--partitions',
      'found "quotas", expected none, quota, write-only; did you mean "quota"?',
    ],
    [{ fill: 'nope' }, '--fill', 'found "nope", expected cache-aside, read-through, none'],
    [{ latency: 'L2=fxed' }, '--latency L2', 'unknown latency model "fxed"; did you mean "fixed"?'],
    [{ rate: '0' }, '--rate', '"0" is not a rate'],
  ])('%o', (options, place, problem) => {
    expect(() => resolve(options)).toThrow(
      expect.objectContaining({ name: 'InputError', place, problem: expect.stringContaining(problem) }),
    );
  });
});

describe('an option comes before the workload, and the workload before the preset', () => {
  const defaults = { fill: 'read-through', capacities: [1, 2, 3] };

  it('for the fill', () => {
    expect(resolve({}).fill).toBe('cache-aside');
    expect(resolve({}, defaults).fill).toBe('read-through');
    expect(resolve({ fill: 'none' }, defaults).fill).toBe('none');
  });

  it("for the capacities; lifetimes and policies stay the preset's", () => {
    expect(resolve({}).levels.map(level => level.capacity)).toEqual([100, 500, 1_000]);
    const asked = resolve({}, defaults).levels;
    expect(asked.map(level => level.capacity)).toEqual([1, 2, 3]);
    expect(asked.map(level => level.ttlSeconds)).toEqual([300, 900, 1_800]);
    expect(resolve({ levels: 'L1=7' }, defaults).levels.map(level => level.capacity)).toEqual([7]);
  });

  it('capacities for another number of levels do not count', () => {
    expect(resolve({}, { capacities: [1, 2] }).levels.map(level => level.capacity)).toEqual([100, 500, 1_000]);
  });

  it('one policy for all replaces that of every level', () => {
    expect(resolve({ levels: 'A=5/-/lfu,B=9/-/arc', policy: 'sieve' }).levels.map(level => level.policy)).toEqual([
      'sieve',
      'sieve',
    ]);
  });
});

describe('inclusion decides what contradicts it', () => {
  it('exclusive: an id cannot enter all levels, always moves, and supersedes', () => {
    const { placement, promotion, coherence } = resolve({
      inclusion: 'exclusive',
      placement: 'all',
      promotion: 'every-hit:to=all,by=copy',
      coherence: 'none',
    });
    expect(placement).toBe('top');
    expect(promotion).toBe('every-hit:to=top');
    expect(coherence).toBe('supersede');
  });

  it('inclusive: who enters the first level is in all, copies, and needs no demotion', () => {
    const { placement, promotion, demotion } = resolve({
      inclusion: 'inclusive',
      placement: 'top',
      promotion: 'nth-hit:n=3,to=top,by=move',
      demotion: 'cascade',
    });
    expect(placement).toBe('all');
    expect(promotion).toBe('nth-hit:n=3,to=all,by=copy');
    expect(demotion).toBe('drop');
  });

  it('neither: everything stays as it was asked', () => {
    const asked = { placement: 'all', promotion: 'every-hit:by=copy', demotion: 'worthy', coherence: 'none' };
    expect(resolve({ inclusion: 'nine', ...asked })).toMatchObject(asked);
  });

  it('a promotion that never comes says nothing of moves', () => {
    for (const inclusion of ['exclusive', 'inclusive', 'nine'])
      expect(resolve({ inclusion, promotion: 'never' }).promotion).toBe('never');
  });

  it.each(['inclusive', 'nine'])('one order over all levels goes with exclusive only, not with %s', inclusion => {
    expect(resolve({}).residency).toBe('guarded:challenger=lirs');
    expect(resolve({ inclusion }).residency).toBe('per-level');
    expect(() => resolve({ inclusion, residency: 'guarded' })).toThrow(
      '--residency: guarded keeps each id in one level',
    );
  });
});

describe('capacities', () => {
  it('in percent are a share of the keys, rounded down, at least one', () => {
    // 1.99 % of 1,000 keys is 19.9; 0.01 % is a tenth of a key.
    expect(capacities({ levels: 'L1=1.99%,L2=0.01%' })).toEqual([19, 1]);
  });

  it('in percent beside bytes are a share of the bytes', () => {
    expect(capacities({ levels: 'L1=2KiB/-/lru,L2=10%/-/lru' }, SIZED)).toEqual([2_048, 100_000]);
    expect(resolveConfiguration({ levels: 'L1=2KiB/-/lru' }, SIZED).unit).toBe('bytes');
  });

  it('in percent alone are entries, sizes or not', () => {
    expect(resolveConfiguration({ levels: 'L1=10%' }, SIZED).unit).toBe('entries');
    expect(capacities({ levels: 'L1=10%' }, SIZED)).toEqual([100]);
  });

  it.each<[Options, string]>([
    [{ levels: 'L1=5,L2=1KiB' }, '--levels: capacities must all be in entries or all in bytes'],
    [{ levels: 'L1=1KiB' }, '--levels: capacity in bytes, but the workload has no sizes'],
  ])('%o is refused where the workload has no sizes', (options, message) => {
    expect(() => resolve(options)).toThrow(message);
  });
});

describe('latencies', () => {
  it("those that are not given are the preset's, by depth; the third level's go for all below", () => {
    const { levels, originLatency } = resolve({
      levels: 'A=1,B=2,C=3,D=4',
      latency: 'B=fixed:ms=7,origin=fixed:ms=50',
    });
    expect(levels.map(level => level.latency)).toEqual(['fixed:ms=0.02', 'fixed:ms=7', 'fixed:ms=1', 'fixed:ms=1']);
    expect(originLatency).toBe('fixed:ms=50');
  });

  it('a model for all takes its parameters with it', () => {
    const { levels, originLatency } = resolve({ levels: 'A=1,B=2', latency: 'lognormal:median=2,sigma=0.1' });
    expect([...levels.map(level => level.latency), originLatency]).toEqual(
      Array(3).fill('lognormal:median=2,sigma=0.1'),
    );
  });

  it("a level's parameters may follow after commas", () => {
    const { levels } = resolve({ levels: 'A=1,B=2', latency: 'A=lognormal:median=2,sigma=0.1,B=fixed:ms=3' });
    expect(levels.map(level => level.latency)).toEqual(['lognormal:median=2,sigma=0.1', 'fixed:ms=3']);
  });

  it.each([
    ['A=fixed,A=fixed', '--latency: "A" is given twice'],
    ['L9=fixed', '--latency: "L9=fixed": expected one of A, origin before the ='],
  ])('"%s" is refused', (latency, message) => {
    expect(() => resolve({ levels: 'A=1', latency })).toThrow(message);
  });
});

it('an admission policy for one level leaves the others open', () => {
  const { levels } = resolve({ levels: 'A=1,B=2', admission: 'B=tinylfu:window=3' });
  expect(levels.map(level => level.admission)).toEqual(['always', 'tinylfu:window=3']);
});

it('a time to idle is a duration; - is none, and so is not asking for one', () => {
  expect(resolve({}).idleSeconds).toBeNull();
  expect(resolve({ tti: '-' }).idleSeconds).toBeNull();
  expect(resolve({ tti: '90' }).idleSeconds).toBe(90);
  expect(resolve({ tti: '5m' }).idleSeconds).toBe(300);
  for (const tti of ['0', '-5', 'soon']) expect(() => resolve({ tti })).toThrow(`--tti: "${tti}" is not a duration`);
});

it('expired entries are answered for a time, and nothing is said of it where they are not', () => {
  expect(resolve({ staleWhileRevalidate: '90' }).staleWhileRevalidateSeconds).toBe(90);
  expect(resolve({})).not.toHaveProperty('staleWhileRevalidateSeconds');
  expect(resolve({ staleWhileRevalidate: '-' })).toEqual(resolve({}));
  for (const staleWhileRevalidate of ['0', 'soon'])
    expect(() => resolve({ staleWhileRevalidate })).toThrow(
      `--stale-while-revalidate: "${staleWhileRevalidate}" is not a duration`,
    );
});

it('a sweep of - is none', () => {
  expect(resolve({}).sweepSeconds).toBeNull();
  expect(resolve({ sweep: '-' }).sweepSeconds).toBeNull();
  expect(resolve({ sweep: '5m' }).sweepSeconds).toBe(300);
});
