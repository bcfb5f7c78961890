import { expect, test } from 'vitest';
import { randomStream } from '../../engine/random.ts';
import { admissionOf, answers } from '../../test/admission/admission-of.ts';

test.each([0, 0.2, 0.5, 1])('a newcomer enters with a chance of %d', p => {
  const policy = admissionOf(`probability:p=${p}`, { random: randomStream(1, 'test') });
  const entered = answers(policy, ...Array<number>(10_000).fill(7)).filter(each => each).length;
  // Five standard deviations of 10,000 draws.
  expect(Math.abs(entered / 10_000 - p)).toBeLessThanOrEqual(5 * Math.sqrt((p * (1 - p)) / 10_000));
});
