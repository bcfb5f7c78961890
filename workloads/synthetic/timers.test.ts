import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Timers } from './timers.ts';

it('timers come up in the order in which they are due, however they are postponed', () => {
  const times = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(times, fc.array(fc.integer({ min: 0, max: 50 })), (due, delays) => {
      const timers = new Timers(Float64Array.from(due));
      const plain = [...due];
      for (const delay of delays) {
        expect(timers.time).toBe(Math.min(...plain));
        expect(plain[timers.first]).toBe(timers.time);
        plain[timers.first]! += delay;
        timers.postpone(timers.time + delay);
      }
    }),
  );
});
