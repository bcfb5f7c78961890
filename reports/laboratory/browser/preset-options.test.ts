import { expect, it } from 'vitest';
import { draftOf } from '../../../engine/configuration/draft.ts';
import { resolveConfiguration } from '../../../engine/configuration/resolve.ts';
import { presetOptions } from './preset-options.ts';

const FACTS = { keys: 1_000, bytes: null };

it('keeps the capacities and the world around the cache, and takes everything else from the preset', () => {
  const asked = {
    levels: 'L1=7/1m/sieve,L2=70/2m/sieve',
    latency: 'L1=fixed:ms=3,origin=fixed:ms=90',
    fill: 'read-through',
    demotion: 'drop',
  };
  const draft = draftOf(resolveConfiguration(asked, FACTS));
  const other = resolveConfiguration(presetOptions('exclusive-lru', draft), FACTS);
  expect(other.levels.map(({ capacity, ttlSeconds, policy }) => [capacity, ttlSeconds, policy])).toEqual([
    [7, 1800, 'lru'],
    [70, 1800, 'lru'],
  ]);
  expect(other).toMatchObject({ preset: 'exclusive-lru', fill: 'read-through', demotion: 'cascade' });
  expect([other.levels[0]!.latency, other.originLatency]).toEqual(['fixed:ms=3', 'fixed:ms=90']);
  expect(resolveConfiguration(presetOptions('flat', draft), FACTS).levels.map(level => level.capacity)).toEqual([77]);
});
