import { describe, expect, it } from 'vitest';
import { evictionPolicies } from '../../policies/catalog.ts';
import { Recorder } from '../../workloads/recorder.ts';
import { DELETE, type Requests, SET } from '../../workloads/requests.ts';
import { resolveConfiguration } from '../configuration/resolve.ts';
import type { Options } from '../configuration/types.ts';
import { replay } from '../replay/replay.ts';
import { synthesize } from '../synthesize.ts';
import { explain } from './explain.ts';

const ONE = (policy: string, size: number): Options => ({
  preset: 'exclusive-lru',
  levels: `cache=${size}/-`,
  policy,
  inflight: 'off',
});

function explained(requests: Requests, options: Options) {
  const { universe: keys, bytes, columns } = requests;
  const configuration = resolveConfiguration(options, { keys, bytes, timed: columns.includes('time') });
  return { ...explain({ requests, configuration, seed: 1 }), configuration };
}

function asking(...ids: number[]): Requests {
  const recorder = new Recorder([]);
  for (const id of ids) recorder.add(id);
  return recorder.finish();
}

describe('a step', () => {
  it('says who answered, who left and what the policy holds', () => {
    const { steps, requests, hits } = explained(asking(0, 1, 0, 2), ONE('lru', 2));
    expect([requests, hits]).toEqual([4, 1]);
    expect(steps.map(each => each.answeredBy)).toEqual(['origin', 'origin', 'cache', 'origin']);
    expect(steps[3]).toEqual({
      operation: 'get',
      id: 2,
      seconds: 0.003,
      answeredBy: 'origin',
      events: [
        { kind: 'entered', place: 'cache', id: 2 },
        { kind: 'left', place: 'cache', cause: 'evicted', id: 1 },
      ],
      places: [
        {
          name: 'cache',
          capacity: 2,
          used: 2,
          leaving: [0, 2],
          others: [],
          parts: [{ name: 'recency', holds: 'residents', ids: [2, 0] }],
        },
      ],
    });
  });

  it('tells a move between levels as one event', () => {
    const { steps } = explained(asking(0, 1, 0), { preset: 'exclusive-lru', levels: 'L1=1/-/lru,L2=1/-/lru' });
    expect(steps[2]!.answeredBy).toBe('L2');
    expect(steps[2]!.events).toEqual(
      expect.arrayContaining([
        { kind: 'moved', place: 'L2', to: 'L1', id: 0 },
        { kind: 'moved', place: 'L1', to: 'L2', id: 1 },
      ]),
    );
    expect(steps[2]!.events).toHaveLength(2);
    expect(steps[2]!.places.map(each => each.leaving)).toEqual([[0], [1]]);
  });

  it('tells sets and deletes, which nobody answers', () => {
    const recorder = new Recorder(['op']);
    recorder.add(0, { op: SET });
    recorder.add(0, { op: SET });
    recorder.add(0, { op: DELETE });
    const { steps } = explained(recorder.finish(), ONE('lru', 2));
    expect(steps.map(each => each.operation)).toEqual(['set', 'set', 'delete']);
    expect(steps.map(each => each.answeredBy)).toEqual([null, null, null]);
    expect(steps.map(each => each.events)).toEqual([
      [{ kind: 'entered', place: 'cache', id: 0 }],
      [{ kind: 'overwritten', place: 'cache', id: 0 }],
      [{ kind: 'left', place: 'cache', cause: 'invalidated', id: 0 }],
    ]);
  });

  it('shows the order over all levels beside them, where there is one', () => {
    const { steps } = explained(asking(0, 1, 2), { levels: 'L1=1,L2=2', residency: 'unified:policy=lru' });
    const order = steps[2]!.places.find(each => each.name === 'order')!;
    expect(order).toMatchObject({ capacity: null, used: 3, leaving: [0, 1, 2] });
  });
});

describe('the order of leaving', () => {
  const zipf = synthesize('zipf:keys=20', { requests: 60 });

  it.each(['lru', 'fifo', 'sieve', 'clock', 'slru', 's4lru', 'lfu', 'random', 'gdsf'])(
    'of %s begins with whoever does leave at the next miss',
    policy => {
      const { steps } = explained(zipf, ONE(policy, 6));
      let evictions = 0;
      for (const [i, { events }] of steps.entries()) {
        const left = events.find(each => each.kind === 'left');
        if (!left) continue;
        evictions++;
        expect(left.id).toBe(steps[i - 1]!.places[0]!.leaving[0]);
      }
      expect(evictions).toBeGreaterThan(10);
    },
  );

  it.each(evictionPolicies.map(each => each.name))('of %s names every resident once, as far as it is known', policy => {
    const { steps, hits, configuration } = explained(zipf, ONE(policy, 6));
    expect(hits).toBe(60 - replay(zipf, configuration, { seed: 1, warmup: 0 }).misses);
    const resident = new Set<number>();
    for (const { events, places } of steps) {
      for (const event of events)
        if (event.kind === 'entered') resident.add(event.id);
        else if (event.kind === 'left') resident.delete(event.id);
      const [{ leaving, others, used }] = places as [(typeof places)[number]];
      expect([...leaving, ...others].sort((a, b) => a - b)).toEqual([...resident].sort((a, b) => a - b));
      expect(used).toBe(resident.size);
    }
  });
});

describe('what is too much to be followed is refused', () => {
  it('more than 400 requests', () => {
    expect(() => explained(synthesize('zipf:keys=20', { requests: 401 }), ONE('lru', 2))).toThrow(
      '--requests: found 401, expected at most 400',
    );
  });

  it('more than 50 entries', () => {
    const many = synthesize('zipf:keys=200', { requests: 300 });
    expect(() => explained(many, ONE('lru', 51))).toThrow('--levels: 51 entries, expected at most 50');
    expect(explained(many, ONE('lru', 50)).steps).toHaveLength(300);
  });
});
