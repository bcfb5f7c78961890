import { describe, expect, it } from 'vitest';
import { Recorder } from '../../workloads/recorder.ts';
import type { Settings } from '../options/settings.ts';
import type { LoadedWorkload } from '../workload.ts';
import { axesOf, commandFor, replayedSettings, withTracePath } from './axes.ts';

const requests = new Recorder([]).finish();
const common = { requests, defaults: undefined, title: 'any', timing: { readMs: 1 } };
const summary = { requests: 5_000, operations: 5_000, keys: 50 };
const synthetic: LoadedWorkload = {
  ...common,
  summary: { ...summary, spec: 'zipf:alpha=1' },
  source: { kind: 'synthetic', spec: 'zipf:alpha=1', gets: 5_000 },
};
const recorded: LoadedWorkload = {
  ...common,
  summary: { ...summary, spec: 'trace:format=csv,sha256=00' },
  source: { kind: 'recorded', requests, gets: undefined },
};
const FIRST_SEED = { seed: 1, seeds: 1, warmup: 0 };

it('the axes are what says how the cache is, and nothing else', () => {
  const settings: Settings = { workload: 'zipf', levels: 'L1=5', levelTtl: 'cool', rate: '10', jobs: '2', json: true };
  expect(axesOf(settings)).toEqual({ levels: 'L1=5', levelTtl: 'cool', rate: '10' });
});

describe('the command for a change', () => {
  it('says the workload, what differs from the usual, and the changed axes', () => {
    const settings: Settings = { levels: 'L1=5', inclusion: 'nine', jobs: '2', quiet: true, out: 'x' };
    expect(commandFor(settings, synthetic, { seed: 7, seeds: 5, warmup: 100 }, { levels: 'L1=10' })).toBe(
      'npx tierlab sim --workload zipf:alpha=1 --requests 5000 --seed 7 --warmup 100 --seeds 5 --levels L1=10 --inclusion nine',
    );
  });

  it('names no path: wherever the trace lies, the document is the same', () => {
    const settings: Settings = { workload: 'my trace.csv', columns: 'key=2', mapOps: true };
    const command = commandFor(settings, recorded, FIRST_SEED, { policy: 'sieve' });
    expect(command).toBe('npx tierlab sim --workload "$TRACE" --columns key=2 --map-ops --policy sieve');
    expect(withTracePath(command, settings)).toBe(
      "npx tierlab sim --workload 'my trace.csv' --columns key=2 --map-ops --policy sieve",
    );
  });
});

it('the settings of a replay say what is replayed, a trace by its path', () => {
  const counted = { seed: 7, warmup: 100 };
  expect(replayedSettings({ levels: 'L1=5' }, synthetic, counted)).toEqual({
    ...{ workload: 'zipf:alpha=1', requests: '5000', seed: '7', warmup: '100' },
  });
  expect(replayedSettings({ workload: 'my trace.csv', mapOps: true }, recorded, FIRST_SEED)).toEqual({
    ...{ workload: 'my trace.csv', mapOps: true },
  });
});
