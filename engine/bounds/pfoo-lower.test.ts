import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Recorder } from '../../workloads/recorder.ts';
import { DELETE, GET, type Requests, SET } from '../../workloads/requests.ts';
import { runCell } from '../experiments/mrc.ts';
import { pfooLower } from './pfoo-lower.ts';

interface Step {
  readonly id: number;
  readonly op: number;
  readonly size: number;
}

const step = (ids: number) =>
  fc.record({
    id: fc.nat(ids - 1),
    op: fc.constantFrom(GET, GET, GET, GET, SET, DELETE),
    size: fc.integer({ min: 1, max: 4 }),
  });
const steps = (ids: number, maxLength: number) => fc.array(step(ids), { minLength: 1, maxLength });

function recorded(all: readonly Step[]): Requests {
  const recorder = new Recorder(['op', 'size']);
  for (const { id, op, size } of all) recorder.add(id, { op, size });
  return recorder.finish();
}

/** The most that any cache can get, by trying every content after every request; a resident keeps the size it was stored with. */
function best(all: readonly Step[], capacity: number, sized: boolean, worth: (step: Step) => number): number {
  const known = new Map<string, number>();
  const from = (at: number, resident: ReadonlyMap<number, number>): number => {
    if (at === all.length) return 0;
    const state = `${at}: ${[...resident].toSorted((a, b) => a[0] - b[0]).join(' ')}`;
    if (!known.has(state)) {
      const { id, op, size } = all[at]!;
      const gain = op === GET && resident.has(id) ? worth(all[at]!) : 0;
      const content = new Map(resident);
      if (op === DELETE) content.delete(id);
      else if (op === SET || !content.has(id)) content.set(id, sized ? size : 1);
      const contents = subsets([...content]).filter(
        each => each.reduce((sum, [, bytes]) => sum + bytes, 0) <= capacity,
      );
      known.set(state, gain + Math.max(...contents.map(each => from(at + 1, new Map(each)))));
    }
    return known.get(state)!;
  };
  return from(0, new Map());
}

function subsets<Item>(items: readonly Item[]): Item[][] {
  const all: Item[][] = [[]];
  for (const item of items) all.push(...all.map(each => [...each, item]));
  return all;
}

test.each(['entries', 'bytes'] as const)('no cache gets more hits or bytes, in %s', unit => {
  fc.assert(
    fc.property(steps(4, 14), fc.integer({ min: 1, max: 8 }), (all, capacity) => {
      const [bound] = pfooLower(recorded(all), unit, [capacity]);
      expect(bound!.hits).toBeGreaterThanOrEqual(best(all, capacity, unit === 'bytes', () => 1));
      expect(bound!.bytesHit).toBeGreaterThanOrEqual(best(all, capacity, unit === 'bytes', ({ size }) => size) - 1e-9);
    }),
  );
});

test('it is the best choice of intervals that fit together', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(4), { minLength: 1, maxLength: 14 }),
      fc.integer({ min: 1, max: 3 }),
      (ids, capacity) => {
        const requests = recorded(ids.map(id => ({ id, op: GET, size: 1 + id })));
        const intervals = ids.flatMap((id, at) => {
          const next = ids.indexOf(id, at + 1);
          return next < 0 ? [] : [{ size: 1 + id, cost: (1 + id) * (next - at) }];
        });
        const held = intervals.filter(({ size }) => size <= capacity);
        const fitting = subsets(held).filter(
          each => each.reduce((sum, { cost }) => sum + cost, 0) <= capacity * (ids.length - 1),
        );
        const [bound] = pfooLower(requests, 'bytes', [capacity]);
        expect(bound!.hits).toBe(Math.max(...fitting.map(each => each.length)));
        // A part of one interval more.
        const bytes = Math.max(...fitting.map(each => each.reduce((sum, { size }) => sum + size, 0)));
        expect(bound!.bytesHit! - bytes).toBeGreaterThanOrEqual(-1e-9);
        expect(bound!.bytesHit! - bytes).toBeLessThan(Math.max(1, ...held.map(({ size }) => size)) + 1e-9);
      },
    ),
  );
});

test('no policy is above it, and more room never lowers it', () => {
  fc.assert(
    fc.property(steps(12, 120), all => {
      const requests = recorded(all);
      const capacities = [1, 2, 4, 8, 16];
      for (const unit of ['entries', 'bytes'] as const) {
        const bounds = pfooLower(requests, unit, capacities);
        for (const policy of ['opt:bypass=true', 'opt-size', 'gdsf', 'lru'])
          for (const { capacity, hits } of bounds)
            expect(runCell(requests, { policy, capacity, unit, seed: 1 }).row.hits).toBeLessThanOrEqual(hits);
        for (const key of ['hits', 'bytesHit'] as const) {
          const curve = bounds.map(each => each[key]!);
          expect(curve).toEqual(curve.toSorted((a, b) => a - b));
        }
      }
    }),
  );
});

test('bytes take a part of the interval that does not fit any more', () => {
  // 0 has 1 byte and 1 has 4. The records are 1 0 1 0: intervals of 1 from 0 to 2 for 8, of 0 from 1 to 3 for 2. With 4 bytes for three
  // requests, 12, both fit. With 3 bytes, 9, 1 does not fit in the cache at all: one hit and 1 byte.
  const get = (id: number) => ({ id, op: GET, size: id === 0 ? 1 : 4 });
  const requests = recorded([1, 0, 1, 0].map(get));
  expect(pfooLower(requests, 'bytes', [4, 3])).toEqual([
    { capacity: 4, hits: 2, bytesHit: 5 },
    { capacity: 3, hits: 1, bytesHit: 1 },
  ]);
  // 1 0 0 0 1: the two intervals of 0 cost 1 each, that of 1 costs 4 · 4 = 16, of 4 · 4 = 16. After the two of 0 there are 14 left,
  // which is no third hit, but 14/16 of the 4 bytes of 1.
  expect(pfooLower(recorded([1, 0, 0, 0, 1].map(get)), 'bytes', [4])).toEqual([
    { capacity: 4, hits: 2, bytesHit: 2 + 3.5 },
  ]);
});

test('a delete ends an interval, and without sizes there are no bytes', () => {
  const recorder = new Recorder(['op']);
  for (const [id, op] of [
    [0, GET],
    [0, GET],
    [0, DELETE],
    [0, GET],
    [0, SET],
    [0, GET],
  ] as const)
    recorder.add(id, { op });
  // The second get and the last.
  expect(pfooLower(recorder.finish(), 'entries', [1])).toEqual([{ capacity: 1, hits: 2, bytesHit: null }]);
});

test('a key counts with the smallest size since its last delete', () => {
  // With 3 bytes, the entry of 1 byte may stay when the key is asked for with 4; after the delete it has 4 bytes and does not fit.
  const get = (size: number) => ({ id: 0, op: GET, size });
  const gone = { id: 0, op: DELETE, size: 1 };
  const hits = (...all: readonly Step[]) => pfooLower(recorded(all), 'bytes', [3])[0]!.hits;
  expect(hits(get(1), get(4), get(4))).toBe(2);
  expect(hits(get(1), get(4), gone, get(4), get(4))).toBe(1);
});
