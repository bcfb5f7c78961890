import { expect, it } from 'vitest';
import { resolveConfiguration } from '../../../engine/configuration/resolve.ts';
import { synthesize } from '../../../engine/synthesize.ts';
import { carry } from './carry.ts';

function run(spec: string, gets: number, recorded: boolean) {
  const requests = synthesize(spec, { requests: gets });
  const configuration = resolveConfiguration({}, { keys: requests.universe, bytes: requests.bytes });
  const rest = {
    configuration,
    defaults: undefined,
    seed: 1,
    warmup: gets / 10,
    replayed: {},
    foreign: { plugins: [], samples: [] },
    paths: {},
  };
  return { requests, gets, spec: recorded ? null : spec, ...rest };
}

it('carries a synthetic workload as its spec, to replay up to 200,000 of its requests', () => {
  expect(carry(run('zipf:keys=300', 250_000, false), 0)).toMatchObject({
    requests: { kind: 'synthetic', spec: 'zipf:keys=300', gets: 250_000, first: 200_000 },
    gets: 250_000,
    warmup: 20_000,
  });
  expect(carry(run('zipf:keys=300', 5_000, false), 0).requests).toMatchObject({ gets: 5_000, first: 5_000 });
});

it('carries the beginning of a synthetic workload that would take long to make', () => {
  expect(carry(run('loop:keys=3', 2_000_001, false), 1e6).requests).toMatchObject({
    kind: 'excerpt',
    packed: { gets: 200_000 },
  });
});

it('carries as much of recorded requests as there is room, with its share of the warm-up', () => {
  const recorded = run('uniform:keys=60000', 250_000, true);
  const long = carry(recorded, 1e6).requests;
  const short = carry(recorded, 100_000);
  if (long.kind !== 'excerpt' || short.requests.kind !== 'excerpt') throw new Error('expected excerpts');
  expect(long.packed.gets).toBe(200_000);
  // Ids of 16 random bits: 2 bytes each, in base64 2.67 letters.
  expect(short.requests.text.length).toBeLessThan(100_000);
  expect(short.requests.packed.gets).toBeGreaterThan(33_000);
  expect(short.warmup).toBe(Math.floor(short.requests.packed.gets / 10));
  // The whole, whose shares capacities in percent are.
  expect(short.requests.facts.keys).toBe(recorded.requests.universe);
  expect(short.requests.packed.universe).toBeLessThan(recorded.requests.universe);
});

it('carries a few requests where there is no room at all', () => {
  expect(carry(run('uniform', 30_000, true), 0).requests).toMatchObject({ packed: { gets: 10_000 } });
});
