import { expect, it } from 'vitest';
import { type Details, Recorder } from '../../workloads/recorder.ts';
import { BATCH_LENGTH, type Column, DELETE, type Requests, SET } from '../../workloads/requests.ts';
import { factsOf, resolveConfiguration } from '../configuration/resolve.ts';
import type { Options } from '../configuration/types.ts';
import { generate } from '../runners/generate.ts';
import { replay } from './replay.ts';
import { ResidencyRecorder } from './residency-recorder.ts';

const EXCLUSIVE = {
  residency: 'per-level',
  promotion: 'every-hit:to=top,by=move',
  placement: 'top',
  demotion: 'cascade',
};

function requestsOf(
  columns: readonly Column[],
  records: readonly (readonly [id: number, details?: Details])[],
): Requests {
  const recorder = new Recorder(columns);
  for (const [id, details] of records) recorder.add(id, details);
  return recorder.finish();
}

function rowsOf(requests: Requests, options: Options, ids: number[], warmup = 0): string[] {
  const recorder = new ResidencyRecorder(Int32Array.from(ids), requests, warmup);
  const configuration = resolveConfiguration({ ...EXCLUSIVE, ...options }, factsOf(requests));
  replay(requests, configuration, { seed: 1, warmup, watchers: [recorder] });
  return recorder.rows();
}

it('keys are seen to come, to sink and to leave, a look after every request where there are few', () => {
  // One entry a level: each newcomer pushes the one before into L2 and the one before that out.
  const requests = requestsOf([], [[0], [1], [2], [2], [1]]);
  expect(rowsOf(requests, { levels: 'L1=1/-/lru,L2=1/-/lru' }, [2, 0, 1])).toEqual(['..001', '01...', '.0110']);
});

it('an entry whose time is over is nowhere, though nobody has taken it away', () => {
  // Two requests a second; what is stored at 0 s is dead after 2 s, seen at the sixth request, at 2.5 s.
  const requests = requestsOf([], [[0], [1], [2], [3], [4], [5]]);
  const options = { levels: 'L1=9/2s/lru', rate: '2', expiry: 'lazy' };
  expect(rowsOf(requests, options, [0])).toEqual(['00000.']);
});

it('windows are counted in gets, and only in those that are counted; sets and deletes fall into the one under way', () => {
  const requests = requestsOf(
    ['op'],
    [[0, { op: SET }], [1], [2], [0, { op: DELETE }], [2], [0, { op: SET }], [1], [0, { op: DELETE }]],
  );
  // Gets are records 1, 2, 4 and 6; the first is warm-up. After records 2, 4 and 6, key 0 is there, gone, there.
  expect(rowsOf(requests, { levels: 'L1=9/-/lru', fill: 'none' }, [0], 1)).toEqual(['0.0']);
});

it('the last window may be shorter than the others, and the windows are those of the series', () => {
  const requests = generate('uniform:keys=50', 1234, 1);
  const configuration = resolveConfiguration({ levels: 'L1=10/-/lru' }, factsOf(requests));
  const recorder = new ResidencyRecorder(Int32Array.of(0), requests, 0);
  const { meter } = replay(requests, configuration, { seed: 1, warmup: 0, watchers: [recorder] });
  // 1,234 requests in windows of 13: 94 whole ones and one of 12.
  expect(meter.series).toHaveLength(95);
  expect(recorder.rows()[0]).toHaveLength(95);
});

it('nothing but the places is different where they are noted, across batches and for clairvoyant policies too', () => {
  const requests = generate('hot-warm-cold', BATCH_LENGTH + 5000, 3);
  for (const options of [
    {},
    { policy: 'opt', residency: 'per-level' },
    { inflight: 'coalesce', partitions: 'quota' },
  ]) {
    const configuration = resolveConfiguration(options, factsOf(requests));
    const run = (recorder?: ResidencyRecorder) => {
      const { hierarchy, meter, misses } = replay(requests, configuration, {
        seed: 1,
        warmup: 100,
        ...(recorder && { watchers: [recorder] }),
      });
      return { misses, series: meter.series, lookups: hierarchy.stores.map(store => store.lookups) };
    };
    expect(run(new ResidencyRecorder(Int32Array.of(5, 9), requests, 100))).toEqual(run());
  }
});
