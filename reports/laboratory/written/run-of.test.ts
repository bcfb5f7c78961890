import { describe, expect, it } from 'vitest';
import { sampleSim } from '../../../test/report/sample-sim.ts';
import { runOf } from './run-of.ts';

const document = (spec: string, requests: number) => ({
  ...sampleSim(),
  ...{ seed: 3, warmup: 50 },
  workload: { spec, requests, operations: requests, keys: 9 },
});

describe('a run, from its document', () => {
  it('is that of a synthetic workload', () => {
    expect(runOf(document('zipf:keys=9', 5_000))).toMatchObject({
      ...{ gets: 5_000, spec: 'zipf:keys=9', seed: 3, warmup: 50 },
      replayed: { workload: 'zipf:keys=9', requests: '5000', seed: '3', warmup: '50' },
    });
  });

  it('does not say what is usual', () => {
    const { replayed } = runOf({ ...document('zipf', 100_000), seed: 1, warmup: 0 })!;
    expect(replayed).toEqual({ workload: 'zipf' });
  });

  it.each([
    ['recorded requests', document('trace:format=csv,sha256=00', 5_000)],
    ['what would take long to make', document('zipf', 2_000_001)],
    ['a policy from a file', { ...document('zipf', 10), plugins: [{ spec: './a.ts', name: 'a', sha256: '' }] }],
    [
      'samples from a file',
      {
        ...document('zipf', 10),
        configuration: { ...sampleSim().configuration, originLatency: 'empirical:file=sha256-00' },
      },
    ],
  ])('is unknown for %s', (_what, each) => {
    expect(runOf(each)).toBeNull();
  });
});
