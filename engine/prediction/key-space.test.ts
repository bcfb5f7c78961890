import { expect, it } from 'vitest';
import type { Requests } from '../../workloads/requests.ts';
import { TraceReader } from '../../workloads/traces/trace-reader.ts';
import { synthesize } from '../synthesize.ts';
import { keySpaceOf, reckonsWithKeys } from './key-space.ts';

function trace(keys: readonly string[]): Pick<Requests, 'keys' | 'universe'> {
  const reader = new TraceReader('test', { format: 'csv' });
  reader.write(new TextEncoder().encode(`key\n${keys.join('\n')}\n`));
  const { requests, originals } = reader.end();
  return { ...requests, keys: originals().keys! };
}

function addresses(list: readonly string[]): Pick<Requests, 'keys' | 'universe'> {
  const reader = new TraceReader('test', { format: 'address' });
  reader.write(new TextEncoder().encode(list.map(address => `l ${address} 1\n`).join('')));
  const { requests, originals } = reader.end();
  return { ...requests, keys: originals().keys! };
}

it('a neighbour is the id whose key is so much larger, whenever it came', () => {
  // Ids 0, 1, 2, 3 in order of appearance.
  const space = keySpaceOf(trace(['100', '7', '103', '99']), 'test');
  expect([space.distance(0, 2), space.distance(2, 1)]).toEqual([3, -96]);
  expect([space.at(0, 3), space.at(0, -1), space.at(0, 1), space.at(1, -8)]).toEqual([2, 3, -1, -1]);
});

it('keys that come only behind the last request are none of the workload', () => {
  for (const { keys } of [trace(['1', '2', '3']), synthesize('uniform:keys=3', { requests: 99 })]) {
    const whole = keySpaceOf({ keys: keys!, universe: 3 }, 'test');
    const part = keySpaceOf({ keys: keys!, universe: 2 }, 'test');
    const from = [0, 1].find(id => [1, -1].some(step => whole.at(id, step) === 2))!;
    const step = whole.at(from, 1) === 2 ? 1 : -1;
    expect([whole.at(from, step), part.at(from, step)]).toEqual([2, -1]);
  }
});

it('keys of 64 bits lose none, across the border between their words as well', () => {
  const space = keySpaceOf(
    addresses(['0xfffffffffffff000', '0xffffffff', '0x100000001', '0xfffffffffffff001']),
    'test',
  );
  expect([space.distance(1, 2), space.at(1, 2), space.at(2, -2)]).toEqual([2, 2, 1]);
  expect([space.distance(0, 3), space.at(0, 1)]).toEqual([1, 3]);
});

it('synthetic workloads have the keys that they draw, not the order in which they first draw them', () => {
  const requests = synthesize('uniform:keys=50', { requests: 2_000 });
  const space = keySpaceOf(requests, 'test');
  const smallest = Array.from({ length: 50 }, (_, id) => id).find(id => space.at(id, -1) === -1)!;
  expect(Array.from({ length: 52 }, (_, d) => space.at(smallest, d)).filter(id => id >= 0).length).toBe(50);
});

it('keys that are no numbers, and keys that nobody knows, are refused', () => {
  expect(() => keySpaceOf(trace(['12', 'user:7']), 'stride')).toThrow(
    '--prediction: stride looks at the keys\' numbers, and the key "user:7" is none',
  );
  expect(() => keySpaceOf({ universe: 0 }, 'stride')).toThrow("--prediction: stride looks at the keys' numbers");
});

it('keys are kept where a predictor that reckons with them is named', () => {
  expect(['', 'markov', 'none', 'none, Read-Ahead:degree=2', 'sequential'].map(reckonsWithKeys)).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
});
