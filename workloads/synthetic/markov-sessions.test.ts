import { describe, expect, it } from 'vitest';
import { chiSquare } from './testing/chi-square.ts';
import { idsOf, made, type Written, written } from './testing/made.ts';

/** Never ends, and starts anywhere. */
const ENDLESS = 'length=1000000000,alpha=0';

/** Counts of the successors of each id in one walk, the most frequent first. */
function steps(ids: readonly number[]): { counts: number[]; from: number; to: number[] }[] {
  const found = new Map<number, Map<number, number>>();
  for (let i = 1; i < ids.length; i++) {
    const counts = found.get(ids[i - 1]!) ?? new Map<number, number>();
    found.set(ids[i - 1]!, counts.set(ids[i]!, (counts.get(ids[i]!) ?? 0) + 1));
  }
  return [...found].map(([from, counts]) => {
    const sorted = [...counts].sort((a, b) => b[1] - a[1]);
    return { from, to: sorted.map(([id]) => id), counts: sorted.map(([, count]) => count) };
  });
}

const ofClient = (records: readonly Written[], client: number) => records.filter(record => record.client === client);

describe('markov-sessions', () => {
  it.each([
    ['', [0.7, 0.2, 0.1]],
    [',first=0.5,second=0.3', [0.5, 0.3, 0.2]],
  ])('goes on to three other nodes with the given probabilities%s', (spec, probabilities) => {
    const ids = idsOf(made(`markov-sessions:nodes=30,sessions=1,${ENDLESS}${spec}`, 100_000));
    const totals = [0, 0, 0];
    let draws = 0;
    for (const { counts, from, to } of steps(ids)) {
      const visits = counts.reduce((sum, count) => sum + count, 0);
      // Of 1,000 visits, 300 and 200 successors lie 100 / √500 = 4.5 standard deviations apart: sorting finds their order.
      if (visits < 1_000) continue;
      expect([to.length, to.includes(from)]).toEqual([3, false]);
      for (const [i, count] of counts.entries()) totals[i]! += count;
      draws += visits;
    }
    expect(draws).toBeGreaterThan(80_000);
    const { statistic, limit } = chiSquare(totals, probabilities, draws);
    expect(statistic).toBeLessThan(limit);
  });

  it('with order 2 lets the way to a node decide which successor is the likeliest', () => {
    const ids = idsOf(made(`markov-sessions:nodes=30,sessions=1,${ENDLESS},order=2`, 200_000));
    // Numbers of pairs of nodes in the place of nodes.
    const pairs = steps(ids.slice(1).map((id, i) => 30 * ids[i]! + id));
    const totals = [0, 0, 0];
    let draws = 0;
    for (const { counts } of pairs) {
      const visits = counts.reduce((sum, count) => sum + count, 0);
      if (visits < 1_000) continue;
      for (const [i, count] of counts.entries()) totals[i]! += count;
      draws += visits;
    }
    expect(draws).toBeGreaterThan(100_000);
    const { statistic, limit } = chiSquare(totals, [0.7, 0.2, 0.1], draws);
    expect(statistic).toBeLessThan(limit);
    // Of the node alone, the likeliest successor has less than that, as its ways in disagree.
    const largest = steps(ids).map(({ counts }) => counts[0]! / counts.reduce((sum, count) => sum + count, 0));
    expect(largest.filter(share => share < 0.6).length).toBeGreaterThan(10);
    expect(Math.max(...steps(ids).map(({ to }) => to.length))).toBe(3);
  });

  it('lets every client walk on the same graph by itself', () => {
    // 40,000 requests each on at most 30 nodes: only a step from one client's node to another's would be a fourth successor.
    const records = written(made(`markov-sessions:nodes=30,${ENDLESS}`, 40_000));
    const graph = new Map<number, Set<number>>();
    for (const client of [0, 1, 2, 3])
      for (const { from, to } of steps(ofClient(records, client).map(({ id }) => id)))
        graph.set(from, new Set([...(graph.get(from) ?? []), ...to]));
    expect(Math.max(...[...graph.values()].map(({ size }) => size))).toBe(3);
  });

  it('starts sessions at nodes drawn by popularity', () => {
    // Sessions of one request are nothing but starts. P(rank r) = r^-1 / Σ s^-1; ranks 9 and 10 expect 3,793 and 3,414 of
    // 100,000, with a standard deviation of 60: sorting finds their order.
    const counts = new Float64Array(10);
    for (const id of idsOf(made('markov-sessions:nodes=10,length=1,alpha=1', 100_000))) counts[id]!++;
    const weights = Array.from({ length: 10 }, (_, rank) => 1 / (rank + 1));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const { statistic, limit } = chiSquare(
      counts.sort().reverse(),
      weights.map(weight => weight / sum),
      100_000,
    );
    expect(statistic).toBeLessThan(limit);
  });

  it('makes sessions of geometric lengths with the given mean', () => {
    // At alpha 10 a session starts at the first node with P = 1 / ζ(10) = 0.999, and of a million nodes 3 lead to one: where
    // the first node is, a session starts, but for one in a thousand.
    const ids = idsOf(made('markov-sessions:nodes=1000000,sessions=1,alpha=10', 200_000));
    const starts = ids.flatMap((id, i) => (id === ids[0] ? [i] : []));
    const counts = new Float64Array(200);
    for (let i = 1; i < starts.length; i++) counts[Math.min(200, starts[i]! - starts[i - 1]!) - 1]!++;
    const probabilities = counts.map((_, i) => (i < 199 ? 0.95 ** i * 0.05 : 0.95 ** 199));
    const { statistic, limit } = chiSquare(counts, probabilities, starts.length - 1);
    expect(statistic).toBeLessThan(limit);
    // 200,000 × 0.05 sessions; the standard deviation is √(200,000 × 0.05 × 0.95) = 97.
    expect(Math.abs(starts.length - 10_000)).toBeLessThan(5 * 97);
  });

  it.each([
    ['', 4, 0.2],
    [':sessions=16,think=5', 16, 5],
  ])('lets every client think for exponential times%s, and merges all in order', (spec, clients, mean) => {
    const records = written(made(`markov-sessions${spec}`, 100_000));
    const last = new Float64Array(clients);
    const twentieths = new Float64Array(20);
    const turns = new Float64Array(clients);
    let before = 0;
    let backwards = 0;
    for (const { time, client } of records) {
      if (time < before) backwards++;
      // P(gap > x) = e^(-x / mean), also until the first request: the process has no memory.
      twentieths[Math.floor(20 * (1 - Math.exp((last[client]! - time) / mean)))]!++;
      turns[client]!++;
      last[client] = time;
      before = time;
    }
    expect(backwards).toBe(0);
    const gaps = chiSquare(twentieths, new Float64Array(20).fill(0.05), 100_000);
    expect(gaps.statistic).toBeLessThan(gaps.limit);
    const even = chiSquare(turns, new Float64Array(clients).fill(1 / clients), 100_000);
    expect(even.statistic).toBeLessThan(even.limit);
  });

  it('makes the same requests when it leaves out who asks', () => {
    const told = made('markov-sessions', 1_000);
    const untold = made('markov-sessions:clients=false', 1_000);
    expect([told.columns, untold.columns]).toEqual([['time', 'client'], ['time']]);
    expect(written(untold)).toEqual(written(told).map(record => ({ ...record, client: 0 })));
  });

  it('draws other successors every so many requests, and marks it', () => {
    const spec = `markov-sessions:nodes=30,sessions=1,${ENDLESS}`;
    const changing = made(`${spec},redraw=3000`, 9_000);
    expect(changing.phases).toEqual([
      { at: 3_000, label: 'graph 2' },
      { at: 6_000, label: 'graph 3' },
    ]);
    const ids = idsOf(changing);
    const graph = (from: number) => new Map(steps(ids.slice(from, from + 3_000)).map(each => [each.from, each.to]));
    expect(ids.slice(0, 3_000)).toEqual(idsOf(made(spec, 3_000)));
    const [old, next] = [graph(0), graph(3_000)];
    for (const to of next.values()) expect(to.length).toBeLessThanOrEqual(3);
    // Three successors of 29 are the same three as before with P = 1 / 3,654.
    const kept = [...next].filter(([from, to]) => to.every(id => old.get(from)?.includes(id))).length;
    expect(kept).toBeLessThan(next.size / 3);
    expect(made(spec, 9_000).phases).toEqual([]);
  });

  it('refuses probabilities that make more than 1', () => {
    expect(() => made('markov-sessions:first=0.75,second=0.5', 1)).toThrow(
      'markov-sessions: first=0.75 and second=0.5 make 1.25, expected at most 1',
    );
  });
});
