import { expect, test } from 'vitest';
import { HillClimber } from './hill-climber.ts';

/** The steps after samples of ten requests with so many hits each. */
function steps(capacity: number, ...hits: readonly number[]): number[] {
  const climber = new HillClimber(capacity, 10);
  return hits.map(count => {
    let step = 0;
    for (let request = 0; request < 10; request++) {
      // Only the last request of a sample may move anything.
      expect(step).toBe(0);
      step = climber.observe(request < count);
    }
    return step;
  });
}

test('it goes on while the hit ratio does not fall, and turns round when it falls', () => {
  // The first step of 62.5 is remade at each change of at least 0.05. Halves are kept until they are a whole one:
  // -62.5, -63 with the half before; at the fall +62.5; then -62.5 on top of that half.
  expect(steps(1_000, 5, 6, 5, 4)).toEqual([-62, -63, 62, -62]);
});

test('while the hit ratio stays as it is steps shrink by a fiftieth each', () => {
  // 6,250, 6,125 and 6,002.5; after a sudden change, 6,250 again.
  expect(steps(100_000, 5, 5, 5, 9)).toEqual([-6_250, -6_125, -6_002, -6_250]);
});
