import { expect, test } from 'vitest';
import { InputError } from '../../../spec/input-error.ts';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { replay } from '../../../test/eviction/replay.ts';
import { trace } from '../../../test/eviction/traces.ts';
import { OptSizeTwin } from '../../../test/eviction/twins/opt-size.ts';
import { optSize } from './opt-size.ts';

describeEvictionPolicy('opt-size', context => new OptSizeTwin(context));
describeEvictionPolicy('opt-size:samples=3');

test('of size and distance the product decides', () => {
  // When 3 comes with request 3, 0 of 4 bytes is needed in 1 request, 1 of 1 byte in 3, 2 of 2 bytes in 2: 4, 3 and 4. Of 0 and 2, 2
  // is needed later.
  const cache = new FlatCache('opt-size', 7, [4, 1, 2, 1]).request(0, 1, 2, 3, 0, 2, 1, 3);
  expect(cache.evicted[0]).toBe(2);
  // With 3 bytes, 2 is alone: 6; with 1 byte it is 2, and 0 goes.
  expect(new FlatCache('opt-size', 8, [4, 1, 3, 1]).request(0, 1, 2, 3, 0, 2, 1, 3).evicted[0]).toBe(2);
  expect(new FlatCache('opt-size', 6, [4, 1, 1, 1]).request(0, 1, 2, 3, 0, 2, 1, 3).evicted[0]).toBe(0);
});

test('distances are counted from the present request', () => {
  // 0 of 2 bytes and 1 of 3 bytes; 2 comes with request 4. 0 is needed with request 7, 1 with request 6: 2 · 3 and 3 · 2, of which 0
  // is the later. Counted from the beginning they were 14 and 18.
  const ids = [0, 1, 0, 1, 2, 2, 1, 0];
  expect(new FlatCache('opt-size', 5, [2, 3, 1]).request(...ids).evicted[0]).toBe(0);
});

test('a newcomer that comes again is judged anew', () => {
  // With request 3, 0 of 4 bytes is needed in 5 requests and 1 of 11 bytes in 2: 20 and 22. One later it is 16 and 11.
  const sizes = Float64Array.of(4, 11, 1);
  const nextAccess = Int32Array.of(8, 5, 4);
  const context = { capacity: 26, universe: 3, sizes, random: () => 0, nextAccess, expiresAt: null };
  const policy = optSize.create({ ...context, build: () => policy }, { samples: 9 });
  policy.insert(0);
  policy.insert(1);
  // A third request, of somebody who was not taken in.
  nextAccess[2] = 3;
  policy.accepts!(2);
  nextAccess[2] = 4;
  expect(policy.victim(2)).toBe(1);
  nextAccess[2] = 7;
  expect(policy.victim(2)).toBe(0);
});

test('what is not requested again is not taken in, and leaves first where it is', () => {
  // 0 is requested for the last time while it is resident; 1 never again, so 0 stays. 2 and 3 are needed: 0 makes room for 3.
  const cache = new FlatCache('opt-size', 2).request(0, 0, 2, 1, 3, 2, 3);
  expect(cache.evicted).toEqual([0]);
  expect(cache.misses).toBe(4);
});

test('an entry that turns out to be requested again is needed again', () => {
  // What a set does to an entry that no get was foreseen for.
  const cache = new FlatCache('opt-size', 2).request(0, 0).request(0, 1, 2, 0, 2);
  // For 2, 1 is not needed and was not taken in.
  expect([cache.evicted, cache.misses]).toEqual([[], 3]);
});

test('the more it draws, the fewer misses; with sizes it misses less often than Bélády’s own rule', async () => {
  const requests = await trace('mixed_150k');
  const level = { unit: 'bytes', capacity: 8_388_608 } as const;
  const misses = (spec: string) => replay(requests, spec, level).misses;
  const [few, many] = [misses('opt-size:samples=2'), misses('opt-size')];
  expect(many).toBeLessThan(0.95 * few);
  expect(many).toBeLessThan(0.8 * misses('opt:bypass=true'));
});

test('it says that it needs the future', () => {
  const context = { capacity: 1, universe: 1, sizes: null, random: () => 0, nextAccess: null, expiresAt: null };
  const build = () => optSize.create({ ...context, build }, { samples: 1 });
  expect(build).toThrow(InputError);
});
