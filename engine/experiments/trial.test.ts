import { expect, it } from 'vitest';
import { resolveConfiguration } from '../configuration/resolve.ts';
import type { Options } from '../configuration/types.ts';
import { synthesize } from '../synthesize.ts';
import { runSim } from './sim.ts';
import { runTrial } from './trial.ts';

const requests = synthesize('hot-warm-cold:types=true', { requests: 3_000 });
const configured = (options: Options) => resolveConfiguration(options, { keys: requests.universe, bytes: null });

it.each<Options>([{}, { partitions: 'quota' }, { prediction: 'markov' }])(
  'a trial of %o measures what a simulation does',
  options => {
    const configuration = configured(options);
    const document = runSim({
      requests,
      workload: { spec: '', requests: requests.gets, operations: requests.operations, keys: requests.universe },
      configuration,
      seed: 3,
      warmup: 500,
      suggest: 'off',
      vary: () => ({ configuration, command: null }),
    });
    const { replayMs: _, prefetches, partitions, ...measured } = runTrial(requests, configuration, 3, 500);
    expect(document).toMatchObject(measured);
    expect(measured.totals.requests).toBe(2_500);
    expect(partitions.map(each => each.hits)).toEqual(document.partitions.map(each => each.hits));
    expect(prefetches?.issued).toBe(document.prediction?.issued);
  },
);
