import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { GdWheelTwin } from '../../../test/eviction/twins/gd-wheel.ts';
import { RecencyTwin } from '../../../test/eviction/twins/recency.ts';

// With equal costs it is LRU, however many wheels and queues there are.
describeEvictionPolicy('gd-wheel', () => new RecencyTwin('oldest'));
describeEvictionPolicy('gd-wheel:wheels=3,queues=2', () => new RecencyTwin('oldest'));
describeEvictionPolicy('gd-wheel:cost=density', context => new GdWheelTwin(context, 2, 256));
describeEvictionPolicy('gd-wheel:cost=density,queues=3', context => new GdWheelTwin(context, 2, 3));
describeEvictionPolicy('gd-wheel:cost=density,wheels=3,queues=2', context => new GdWheelTwin(context, 3, 2));

test('by density a small entry lies further ahead of the hand than a large one', () => {
  // 8 is the largest size: 0 and 2 have cost 1 and stand in queue 1, in this order, 1 has cost 8. For 3 both of them go.
  const cache = new FlatCache('gd-wheel:cost=density', 17, [8, 1, 8, 16]).request(0, 1, 2, 3);
  expect(cache.evicted).toEqual([0, 2]);
});

test('costs beyond the last wheel count as the largest that it can hold', () => {
  // One wheel of four queues holds costs up to 3. 1 of 1 byte has 12, 2 of 4 bytes 3: the older of the two goes after 0.
  const cache = new FlatCache('gd-wheel:cost=density,wheels=1,queues=4', 17, [12, 1, 4, 13]).request(0, 1, 2, 3);
  expect(cache.evicted).toEqual([0, 1]);
});

test('entries of an upper wheel come down when the hand below has gone round', () => {
  // Two wheels of four queues. 8 is the largest size: 0 has cost 1, 1 of 1 byte cost 8, two queues ahead on the upper wheel, and 2 of
  // 2 bytes cost 4, one queue ahead there. 0 goes first; the next round brings 2 down, the one after it 1.
  const cache = new FlatCache('gd-wheel:cost=density,queues=4', 11, [8, 1, 2, 11]).request(0, 1, 2, 3);
  expect(cache.evicted).toEqual([0, 2, 1]);
});
