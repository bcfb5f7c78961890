import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import { NO_TTL } from '../../workloads/requests.ts';
import { numbered } from './numbered.ts';
import { type ClientRecord, predictedAsSimulated } from './predicted-as-simulated.ts';

/** No load ends at the moment of a request, or of anything that a predictor wakes up for: who comes first then means nothing. */
const LOAD_SECONDS = 3.0625;
const LEVELS = 'L1=2/20s,L2=4/40s,L3=8/80s';

const step = fc.record({
  // Some keys follow each other, the rest come as they like.
  id: fc.oneof(fc.constantFrom(1, 2, 3, 4, 5, 6), fc.nat({ max: 19 })),
  seconds: fc.integer({ min: 0, max: 4 }),
  op: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 1, 2),
  ttl: fc.constantFrom(NO_TTL, NO_TTL, 7),
  client: fc.nat({ max: 2 }),
});

/** Every client asks for a key and the one after it, so that there is something to learn. */
const records = fc.array(step, { minLength: 60, maxLength: 120, size: 'max' }).map(steps => {
  let time = 0;
  const rest = { size: 1, type: 0, priority: 0 };
  const list = steps.flatMap(({ id, seconds, op, ttl, client }): ClientRecord[] => {
    time += seconds;
    const first = { ...rest, id, op: time === 0 ? 0 : op, ttl: op === 2 ? NO_TTL : ttl, client, time };
    if (op !== 0) return [first];
    time += 2;
    return [first, { ...rest, id: (id + 1) % 20, op, ttl: NO_TTL, client, time }];
  });
  return numbered([{ ...rest, id: 0, op: 0, ttl: NO_TTL, client: 0, time: 0 }, ...list]);
});

function configured(preset: string, prediction: string, staleWhileRevalidate = '-') {
  const latency = `origin=fixed:ms=${1e3 * LOAD_SECONDS}`;
  const options = {
    preset,
    prediction,
    latency,
    levels: LEVELS,
    partitions: 'none',
    inflight: 'coalesce',
    staleWhileRevalidate,
  };
  return resolveConfiguration(options, { keys: 40, bytes: null });
}

test.each([
  ['exclusive-lru', 'markov:support=1,threshold=0.2,throttle=false', 'late'],
  ['exclusive-lru', 'markov:support=1,threshold=0.2', 'rejected'],
  ['tierlab', 'markov:support=1,threshold=0.2,throttle=false,level=1', 'useful'],
  ['tierlab', 'probability-graph:support=1,threshold=0.1,budget=0.2,throttle=false', 'rejected'],
  ['reference', 'probability-graph:support=1,threshold=0.1,throttle=false', 'evictedUnused'],
  ['exclusive-lru', 'periodic:support=1,tolerance=1,throttle=false', 'useful'],
  ['flat', 'ttl-refresh:factor=0.2', 'useful'],
  ['tierlab', 'ttl-refresh:mode=early,beta=2', 'expiredUnused'],
] as const)(
  'preset %s with %s predicts the same in the library and in a simulation',
  async (preset, prediction, fate) => {
    const configuration = configured(preset, prediction);
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(records, async list => {
        seen += (await predictedAsSimulated(configuration, list, LOAD_SECONDS))[fate];
      }),
      { numRuns: 12, endOnFailure: true },
    );
    expect(seen).toBeGreaterThan(0);
  },
);

test.each([
  ['exclusive-lru', 'markov:support=1,threshold=0.2,throttle=false', '15s'],
  ['tierlab', 'ttl-refresh:factor=0.2', '6s'],
  ['reference', 'probability-graph:support=1,threshold=0.1,throttle=false', '30s'],
] as const)(
  'preset %s with %s answers the same expired entries in the library and in a simulation, for %s',
  async (preset, prediction, seconds) => {
    const configuration = configured(preset, prediction, seconds);
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(records, async list => {
        seen += (await predictedAsSimulated(configuration, list, LOAD_SECONDS)).staleAnswers;
      }),
      { numRuns: 12, endOnFailure: true },
    );
    expect(seen).toBeGreaterThan(0);
  },
);

test('the comparison notices loads that take longer', async () => {
  const configuration = configured('exclusive-lru', 'markov:support=1,throttle=false');
  const [list] = fc.sample(records, { numRuns: 1, seed: 1 });
  await predictedAsSimulated(configuration, list!, LOAD_SECONDS);
  await expect(predictedAsSimulated(configuration, list!, LOAD_SECONDS + 2)).rejects.toThrow();
});
