import { expect, it, vi } from 'vitest';
import { resolveConfiguration } from '../configuration/resolve.ts';
import { replaySim } from '../experiments/sim.ts';
import { replay } from '../replay/replay.ts';
import { generate } from '../runners/generate.ts';
import { Hierarchy } from './hierarchy.ts';
import { checkLaws } from './laws.ts';
import type { Level } from './level.ts';

const requests = generate('hot-warm-cold', 500, 1);
const { universe } = requests;
const configuration = resolveConfiguration(
  { levels: 'L1=9/5m/lru,L2=20/15m/lru,L3=40/30m/lru', partitions: 'quota' },
  { keys: universe, bytes: null },
);

/** The laws that do not hold once something has been changed behind the back of the books. */
function broken(tamper: (first: Level, second: Level) => void): string[] {
  const { hierarchy, requests: asked, misses } = replay(requests, configuration, { seed: 1, warmup: 0 });
  const [first, second] = hierarchy.levels;
  tamper(first!, second!);
  const checks = checkLaws(hierarchy, { requests: asked, misses, universe });
  return checks.filter(check => !check.holds).map(check => check.law);
}

it('all laws hold after a run', () => {
  expect(broken(() => {})).toEqual([]);
});

it.each<[string, (first: Level, second: Level) => void, string[]]>([
  [
    'a hit too many',
    first => {
      first.hits++;
    },
    ['requests = hits of all levels and partitions + stale answers + misses', 'L1: lookups = hits + misses'],
  ],
  [
    'a lookup too many',
    (_, second) => {
      second.asked++;
    },
    ['lookups of L2 = misses of L1', 'L2: lookups = hits + misses'],
  ],
  [
    'an entry demoted to nowhere',
    (_, second) => {
      second.demotedIn--;
    },
    ['demoted out of all levels = demoted into all levels'],
  ],
  [
    'an entry that vanished',
    (_, second) => {
      second.residents--;
    },
    [
      'L2: resident at start + inserted = evicted + expired + invalidated + back-invalidated + promoted out + demoted out + resident',
      'L2: residents are those that the column of residencies names',
    ],
  ],
  [
    'room that leaked',
    first => {
      first.used += 100;
    },
    ["L1: the room in use is the sum of the residents' sizes", 'L1: the room in use does not exceed the capacity'],
  ],
])('%s breaks the laws that name it', (_, tamper, laws) => {
  expect(broken(tamper)).toEqual(laws);
});

it('a simulation whose books do not balance is no result', () => {
  // The answers are made up: no level counts a hit.
  const get = vi.spyOn(Hierarchy.prototype, 'get').mockReturnValue(0);
  expect(() => replaySim(requests, configuration, 1, 0)).toThrow('the books do not balance: requests = hits of all');
  get.mockRestore();
});
