import { expect, it, test } from 'vitest';
import { runCell } from '../../engine/experiments/mrc.ts';
import { generate } from '../../engine/runners/generate.ts';
import { admissionOf } from '../../test/admission/admission-of.ts';
import { RecentFrequency } from '../structures/recent-frequency.ts';
import type { Counts } from './contract.ts';

function build(spec: string, random = () => 0.5) {
  const asked: [window: number, counts: Counts][] = [];
  const recent = new RecentFrequency(4, 100);
  const frequency = (window: number, counts: Counts) => {
    asked.push([window, counts]);
    return recent;
  };
  const policy = admissionOf(spec, { frequency, random });
  const count = (id: number, times: number) => {
    for (let i = 0; i < times; i++) recent.increment(id);
  };
  return { admits: (id: number, victim: number) => policy.admits!(id, victim), recent, count, asked };
}

it('a newcomer enters when it was requested more often than the victim; equally often is not enough', () => {
  const { admits, recent } = build('tinylfu');
  for (const id of [1, 2, 2, 3, 3]) recent.increment(id);
  expect([0, 1, 2].map(id => admits(id, 1))).toEqual([false, false, true]);
  expect(admits(3, 2)).toBe(false);
});

it('its answer follows what is requested meanwhile', () => {
  const { admits, recent } = build('tinylfu');
  recent.increment(1);
  expect(admits(0, 1)).toBe(false);
  recent.increment(0);
  recent.increment(0);
  expect(admits(0, 1)).toBe(true);
});

it('looks back as far as it is told, and counts as it is told', () => {
  expect(build('tinylfu').asked).toEqual([[10, 'sketch']]);
  expect(build('tinylfu:window=0.5,counts=exact').asked).toEqual([[0.5, 'exact']]);
});

it('with the sketch a newcomer that was requested six times may enter by chance, with exact counts it may not', () => {
  const entering = (spec: string, requests: number, draw: number) => {
    const { admits, count } = build(spec, () => draw);
    count(0, requests);
    count(1, 9);
    return admits(0, 1);
  };
  // One in 128 is 0.0078.
  expect(entering('tinylfu', 6, 0.007)).toBe(true);
  expect(entering('tinylfu', 6, 0.008)).toBe(false);
  expect(entering('tinylfu', 5, 0.007)).toBe(false);
  expect(entering('tinylfu:counts=exact', 6, 0.007)).toBe(false);
});

// 0 … 1010, five hundred times, through 512 entries, in Caffeine's simulator (commit ccef955). All keys are equally frequent: whose
// counters of the sketch collide decides who stays, so that nothing but the same sketch gives these numbers.
test.each([
  ['fifo', 250_069],
  ['lru', 250_194],
  ['lfu', 250_070],
  ['s4lru', 250_110],
  ['sampled:of=lru', 338_966],
  ['random', 284_331],
])('%s behind it misses about as often in a loop as in the simulator of Caffeine', (policy, misses) => {
  const requests = generate('loop:keys=1011', 505_500, 1);
  const cell = { policy, capacity: 512, unit: 'entries', seed: 1 } as const;
  const measured = runCell(requests, { ...cell, admission: 'tinylfu' }).row;
  expect((100 * Math.abs(measured.misses - misses)) / measured.requests).toBeLessThan(1.5);
});
