import { describe, expect, it } from 'vitest';
import { Recorder } from '../../workloads/recorder.ts';
import { GET, type Requests, SET } from '../../workloads/requests.ts';
import { chooseKeys } from './key-sample.ts';
import { thin, thinOut } from './thinned.ts';

function rowsOf({ batches }: Requests) {
  return [...batches].flatMap(({ length, id, op, size, time }) =>
    Array.from({ length }, (_, i) => ({ id: id[i]!, op: op?.[i] ?? 0, size: size?.[i] ?? 1, time: time?.[i] ?? 0 })),
  );
}

/** Two batches; a record's size tells its key, and its time its number. */
function sampleRequests(): Requests {
  const recorder = new Recorder(['op', 'size', 'time']);
  for (let i = 0; i < 70_000; i++)
    recorder.add(i < 500 ? i : (i * i) % 500, {
      op: i % 3 === 0 ? SET : GET,
      size: 1 + (i < 500 ? i : (i * i) % 500),
      time: i,
    });
  return recorder.finish();
}

describe('a thinned workload', () => {
  it('holds all requests for the chosen keys and no other, in order, as they were', () => {
    const requests = sampleRequests();
    const sample = chooseKeys(500, 20, 1);
    const ids = Int32Array.from({ length: 500 }, (_, id) => id);
    const places = new Int32Array(500);
    const chosen = [...places.subarray(0, sample.find(ids, 500, places))];
    const expected = rowsOf(requests)
      .filter(row => chosen.includes(row.id))
      .map(row => ({ ...row, id: chosen.indexOf(row.id) }));
    const thinned = thin(requests, sample);
    expect(rowsOf(thinned)).toEqual(expected);
    expect([thinned.universe, thinned.operations]).toEqual([20, expected.length]);
    expect(thinned.gets).toBe(expected.filter(row => row.op === GET).length);
    expect(thinned.bytes).toBe(chosen.reduce((sum, id) => sum + 1 + id, 0));
  });

  it('comes again in groups, which share its requests out by key and keep their order', () => {
    const { whole, groups } = thinOut(sampleRequests(), 100, 1);
    expect(whole.share).toBe(0.2);
    expect(groups.reduce((sum, group) => sum + group.share, 0)).toBeCloseTo(0.2, 9);
    const rows = groups.flatMap(group => rowsOf(group.requests));
    const bare = ({ op, size, time }: (typeof rows)[number]) => ({ op, size, time });
    expect(rows.sort((a, b) => a.time - b.time).map(bare)).toEqual(rowsOf(whole.requests).map(bare));
    for (const { requests } of groups) {
      const own = rowsOf(requests);
      expect(own.every(({ time }, i) => i === 0 || time > own[i - 1]!.time)).toBe(true);
      // Dense ids, one for each key, which its size tells.
      const sizes = own.map(row => row.size);
      expect(new Set(own.map(row => `${row.id} ${row.size}`)).size).toBe(new Set(sizes).size);
      expect(new Set(own.map(row => row.id)).size).toBe(requests.universe);
    }
  });

  it('keeps the pace of lifetimes where time follows from the number of the request', () => {
    const recorder = new Recorder(['ttl']);
    for (let i = 0; i < 4_000; i++) recorder.add(i % 100, { ttl: 1 });
    const rows = rowsOf(thin(recorder.finish(), chooseKeys(100, 1, 1)));
    // One request in a hundred, at 1,000 a second.
    const [first] = rows;
    expect(rows.map(row => row.time)).toEqual(
      Array.from({ length: 40 }, (_, k) => expect.closeTo(first!.time + k / 10, 9)),
    );
  });
});
