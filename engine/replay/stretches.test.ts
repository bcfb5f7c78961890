import { expect, it } from 'vitest';
import type { Details } from '../../workloads/recorder.ts';
import { Recorder } from '../../workloads/recorder.ts';
import { resolveConfiguration } from '../configuration/resolve.ts';
import { generate } from '../runners/generate.ts';
import { replay } from './replay.ts';
import { partOf, stretches } from './stretches.ts';

it('a batch is cut after each record where there is a stop, and not where stops lie in other batches', () => {
  expect(stretches(100, 10, [3, 102, 107, 109, 250])).toEqual([
    { from: 0, to: 3, stops: true },
    { from: 3, to: 8, stops: true },
    { from: 8, to: 10, stops: true },
  ]);
  expect(stretches(100, 10, [])).toEqual([{ from: 0, to: 10, stops: false }]);
  expect(stretches(0, 4, [1])).toEqual([
    { from: 0, to: 2, stops: true },
    { from: 2, to: 4, stops: false },
  ]);
});

it('a part of a batch has the records of that part in every column', () => {
  const recorder = new Recorder(['time', 'size', 'type', 'priority', 'ttl', 'op', 'client']);
  for (let i = 0; i < 5; i++) {
    const details: Details = { time: i, size: 10 + i, type: i % 4, priority: i % 3, ttl: 20 + i, op: i % 3, client: i };
    recorder.add(i, details);
  }
  const part = partOf(recorder.finish().batches.at(0)!, 2, 4);
  const columns = Object.fromEntries(Object.entries(part).map(([name, column]) => [name, Array.from(column ?? [])]));
  expect(part.length).toBe(2);
  expect(columns).toMatchObject({ id: [2, 3], time: [2, 3], size: [12, 13], type: [2, 3], priority: [2, 0] });
  expect(columns).toMatchObject({ ttl: [22, 23], op: [2, 0], client: [2, 3] });
});

it.each(['lru', 'opt'])('stops change nothing of what %s does, and see the counts so far', policy => {
  const requests = generate('zipf:keys=300', 70_000, 1);
  const configuration = resolveConfiguration(
    { preset: 'flat', policy, levels: 'L1=40/-/lru' },
    { keys: 300, bytes: null },
  );
  const seen: number[] = [];
  const through = replay(requests, configuration, { seed: 1, warmup: 0 });
  const halting = replay(requests, configuration, {
    seed: 1,
    warmup: 0,
    watchers: [
      { stops: [9, 65_600], look: ({ meter }) => seen.push(meter.requests) },
      { stops: [65_600, 65_700], look: ({ meter }) => seen.push(-meter.requests) },
    ],
  });
  expect(seen).toEqual([10, 65_601, -65_601, -65_701]);
  expect([halting.misses, halting.meter.series]).toEqual([through.misses, through.meter.series]);
});
