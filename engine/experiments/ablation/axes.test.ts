import { describe, expect, it } from 'vitest';
import { presets } from '../../configuration/presets.ts';
import { resolveConfiguration } from '../../configuration/resolve.ts';
import type { Options } from '../../configuration/types.ts';
import { axesBetween, mixed } from './axes.ts';

const configured = (options: Options) => resolveConfiguration(options, { keys: 500, bytes: null });
const between = (from: Options, to: Options) => axesBetween(configured(from), configured(to));

it('what differs between the reference and the default design, and nothing else', () => {
  expect(between({ preset: 'reference' }, {}).map(({ name, from, to, after }) => [name, from, to, after])).toEqual([
    ['inclusion', 'nine', 'exclusive', null],
    ['residency', 'per-level', 'guarded:challenger=lirs', 'inclusion'],
    ['promotion', 'every-hit:by=copy', 'frequency', null],
    ['demotion', 'drop', 'cascade', null],
    ['level-ttl', 'remove', 'cool', null],
    ['lifetime', 'restamp', 'carry', null],
    ['expiry', 'lazy', 'expired-first', null],
    ['coherence', 'none', 'supersede', null],
    ['partitions', 'write-only 250/50/200', 'none', null],
  ]);
  expect(between({}, {})).toEqual([]);
});

it('every option of the cache is an axis of its own', () => {
  const changes: [Options, string][] = [
    [{ levels: 'L1=7/5m/lru,L2=500/15m/lru,L3=1000/30m/lru' }, 'capacities'],
    [{ levels: 'L1=100/5s/lru,L2=500/15m/lru,L3=1000/30m/lru' }, 'ttls'],
    [{ policy: 'sieve' }, 'policy'],
    [{ admission: 'tinylfu' }, 'admission'],
    [{ residency: 'unified' }, 'residency'],
    [{ placement: 'bottom' }, 'placement'],
    [{ promotion: 'never' }, 'promotion'],
    [{ demotion: 'drop' }, 'demotion'],
    [{ inflight: 'stampede' }, 'inflight'],
    [{ fill: 'none' }, 'fill'],
    [{ levelTtl: 'remove' }, 'level-ttl'],
    [{ lifetime: 'restamp' }, 'lifetime'],
    [{ expiry: 'lazy' }, 'expiry'],
    [{ tti: '5s' }, 'tti'],
    [{ sweep: '5s' }, 'sweep'],
    [{ staleWhileRevalidate: '5s' }, 'stale-while-revalidate'],
    [{ partitions: 'quota' }, 'partitions'],
    [{ latency: 'L2=fixed:ms=7' }, 'latency'],
    [{ latency: 'origin=fixed:ms=7' }, 'origin latency'],
    [{ rate: '5' }, 'rate'],
  ];
  for (const [options, name] of changes) expect(between({}, options).map(each => each.name)).toEqual([name]);
});

it('levels are one axis where their number differs', () => {
  expect(between({ preset: 'flat' }, {}).map(each => each.name)).toEqual([
    ...['residency', 'placement', 'promotion', 'demotion', 'levels'],
  ]);
});

describe('a mixture', () => {
  it.each(presets.flatMap(from => presets.map(to => [from.name, to.name] as const)))(
    'of %s and %s has the two as its ends',
    (from, to) => {
      const [a, b] = [configured({ preset: from }), configured({ preset: to })];
      const axes = axesBetween(a, b);
      expect(mixed(a, b, [])).toEqual(a);
      expect({ ...mixed(a, b, axes), preset: to }).toEqual(b);
    },
  );

  it('has what its inclusion allows', () => {
    const [a, b] = [configured({ preset: 'reference', placement: 'all' }), configured({})];
    const axes = axesBetween(a, b);
    const some = (...names: string[]) =>
      mixed(
        a,
        b,
        axes.filter(each => names.includes(each.name)),
      );
    // Exclusive levels hold no copies: what was copied moves, and there is nothing to keep apart.
    expect(some('inclusion')).toMatchObject({ promotion: 'every-hit', coherence: 'supersede', placement: 'top' });
    expect(some('promotion')).toMatchObject({ promotion: 'frequency', inclusion: 'nine', coherence: 'none' });
    const inclusive = configured({ preset: 'reference', inclusion: 'inclusive' });
    const mixture = mixed(
      inclusive,
      b,
      axesBetween(inclusive, b).filter(each => each.name === 'demotion'),
    );
    expect(mixture.demotion).toBe('drop');
  });

  it('on the way from exclusive levels lets go of the common order first', () => {
    const axes = between({}, { preset: 'reference' });
    expect(axes.find(each => each.name === 'inclusion')!.after).toBe('residency');
    expect(axes.find(each => each.name === 'residency')!.after).toBeNull();
  });
});
