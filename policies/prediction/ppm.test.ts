import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recorded } from '../../test/prediction/recorded-proposals.ts';

/** After 1, 2 comes 3, and after 4, 2 comes 5. */
const FORK = [1, 2, 3, 4, 2, 5];
const FORKS = [...FORK, ...FORK, ...FORK];

describe('the last requests together', () => {
  it('say what comes next where the last one alone does not', () => {
    expect(recorded('ppm').after([...FORKS, 1, 2])).toEqual([[3, 1]]);
    expect(recorded('ppm').after([...FORKS, 4, 2])).toEqual([[5, 1]]);
    // After 2 alone came both three times.
    expect(recorded('ppm:order=1').after([...FORKS, 4, 2])).toEqual([
      [5, 1 / 2],
      [3, 1 / 2],
    ]);
  });

  it('count as many as the order says', () => {
    const stream = [1, 6, 2, 3, 4, 6, 2, 5];
    const of = (order: number) => recorded(`ppm:order=${order}`).after([...stream, ...stream, ...stream, 1, 6, 2]);
    expect(of(2).map(([, share]) => share)).toEqual([1 / 2, 1 / 2]);
    expect(of(3)).toEqual([[3, 1]]);
  });

  it('escape to fewer where they never came together, or not often enough', () => {
    expect(recorded('ppm').after([...FORKS, 9, 2])).toHaveLength(2);
    expect(recorded('ppm:support=3').after([...FORKS, 1, 2])).toEqual([[3, 1]]);
    // 1, 2 was followed three times, 2 six times.
    expect(recorded('ppm:support=4').after([...FORKS, 1, 2])).toHaveLength(2);
    expect(recorded('ppm:support=7').after([...FORKS, 1, 2])).toEqual([]);
  });

  it('are those of one client, or of all', () => {
    const spoken = (spec: string) => {
      const predictor = recorded(spec);
      const ask = (id: number, client: number) => predictor.after([id], client);
      for (const id of [...FORKS, 1]) {
        ask(id, 0);
        ask(20 + id, 1);
      }
      return ask(2, 0).map(([id]) => id);
    };
    expect(spoken('ppm')).toEqual([3]);
    expect(spoken('ppm:clients=false')).toEqual([22]);
  });

  it('end with a session', () => {
    const afterPause = (pause: number) => {
      const { predictor, proposals } = recorded('ppm:session=60s');
      let now = 0;
      const play = (id: number, seconds: number) => {
        now += seconds;
        proposals.length = 0;
        predictor.request(id, now, 0, false, false);
      };
      for (const id of FORKS) play(id, 10);
      play(1, 10);
      play(2, pause);
      return proposals.map(([id]) => id);
    };
    expect(afterPause(60)).toEqual([3]);
    expect(afterPause(61)).toEqual([5, 3]);
  });
});

describe('where requests come faster than fetches', () => {
  const ahead = (spec: string, gap: number) => {
    const { predictor, proposals } = recorded(spec);
    for (const [n, id] of [...FORKS, 1].entries()) {
      proposals.length = 0;
      predictor.request(id, n * gap, 0, false, false);
    }
    return proposals.map(([id]) => id);
  };

  it('goes on with the context that it supposes', () => {
    // A fetch takes one second, and the horizon is two fetches: four requests of half a second.
    expect(ahead('ppm', 0.5)).toEqual([2, 3, 4, 2]);
    expect(ahead('ppm:horizon=1', 0.5)).toEqual([2, 3]);
    expect(ahead('ppm:horizon=0', 0.5)).toEqual([2]);
    expect(ahead('ppm:depth=3', 0.5)).toEqual([2, 3, 4]);
    expect(ahead('ppm', 2)).toEqual([2]);
  });

  it('goes no further than its confidence', () => {
    // With the last request alone, 2 is certain after 1, and what follows from it is as likely as not.
    expect(ahead('ppm:order=1,threshold=0.6', 0.5)).toEqual([2]);
    expect(ahead('ppm:order=1,threshold=0.5', 0.5)).toEqual([2, 5, 3, 1]);
  });
});

it('keeps so many successors of a context', () => {
  const kept = (spec: string) =>
    recorded(spec)
      .after([1, 2, 1, 3, 1, 4, 1])
      .map(([id]) => id);
  expect(kept('ppm:order=1,threshold=0')).toEqual([4, 3, 2]);
  expect(kept('ppm:order=1,threshold=0,successors=1,support=1')).toEqual([4]);
});

it('keeps so many contexts, however many there are', () => {
  const laps = Array.from({ length: 3 }, () => Array.from({ length: 90 }, (_, id) => id)).flat();
  expect(recorded('ppm').after([...laps, 0])).toEqual([[1, 1]]);
  // Of 180 contexts each lap 64 at most are left when it begins again.
  expect(recorded('ppm:memory=64').after([...laps, 0])).toEqual([]);
});

it('proposes what counting in maps of strings proposes', () => {
  const request = fc.record({ id: fc.nat(3), client: fc.nat(1) });
  fc.assert(
    fc.property(fc.array(request, { maxLength: 120 }), fc.integer({ min: 1, max: 3 }), (requests, order) => {
      const { after } = recorded(`ppm:order=${order},threshold=0.4,successors=8,memory=1000,recent=255`);
      const known = new Map<string, number[]>();
      const recent: number[][] = [[], []];
      for (const { id, client } of requests) {
        const last = recent[client]!;
        if (last[0] !== id) {
          for (let o = 1; o <= last.length; o++) {
            const context = last.slice(0, o).join();
            known.set(context, [...(known.get(context) ?? []), id]);
          }
          recent[client] = [id, ...last].slice(0, order);
        }
        const contexts = recent[client]!.map((_, o) => recent[client]!.slice(0, o + 1).join());
        const followed =
          contexts
            .map(context => known.get(context) ?? [])
            .filter(each => each.length >= 2)
            .at(-1) ?? [];
        const expected = [...new Set(followed)]
          .map(next => [next, followed.filter(each => each === next).length / followed.length] as const)
          .filter(([, share]) => share >= 0.4);
        assert.deepEqual(new Map(after([id], client)), new Map(expected));
      }
    }),
    { numRuns: 100 },
  );
});

it('with contexts of one request does what markov does', () => {
  const request = fc.record({ id: fc.nat(4), client: fc.nat(2), gap: fc.constantFrom(0.1, 0.5, 3, 4_000) });
  fc.assert(
    fc.property(fc.array(request, { maxLength: 150 }), fc.constantFrom(4, 16), (requests, recent) => {
      const parameters = `memory=1000,recent=${recent}`;
      const [ppm, markov] = [recorded(`ppm:order=1,${parameters}`), recorded(`markov:${parameters}`)];
      let now = 0;
      for (const { id, client, gap } of requests) {
        now += gap;
        for (const { predictor, proposals } of [ppm, markov]) {
          proposals.length = 0;
          predictor.request(id, now, client, false, false);
        }
        assert.deepEqual(ppm.proposals, markov.proposals);
      }
    }),
    { numRuns: 100 },
  );
});

it('knows nothing of what follows an id whose number went to another key, in no context', () => {
  const { predictor, after } = recorded('ppm');
  after(FORKS);
  predictor.forget!(1);
  expect(after([1])).toEqual([]);
  // What follows 2 is known, but no longer that after 1 it is 3.
  expect(after([2])).toHaveLength(2);
  expect(after([4, 2])).toEqual([[5, 1]]);
  // The new key learns for itself: 4 followed once, just now, and 3 three times.
  after(FORKS);
  expect(after([1, 2])).toEqual([[3, 3 / 4]]);
});

it('refuses a support that no context can have', () => {
  expect(() => recorded('ppm:support=17')).toThrow('ppm: support=17 is more than recent=16');
});
