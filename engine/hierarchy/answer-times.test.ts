import { expect, it } from 'vitest';
import { resolveConfiguration } from '../configuration/resolve.ts';
import { answerTimes } from './answer-times.ts';

function times(latency: string, seed = 1): number[] {
  const { levels } = resolveConfiguration({ levels: 'A=1,B=1,C=1', latency }, { keys: 10, bytes: null });
  return [...answerTimes(levels, seed)];
}

it('a level answers after the probes of all levels above it', () => {
  expect(times('A=fixed:ms=0.5,B=fixed:ms=2,C=fixed:ms=4')).toEqual([0.5, 2.5, 6.5]);
});

it('a latency that varies counts with its mean, the same for the same seed', () => {
  const drawn = 'A=lognormal:median=2,sigma=0.5,B=fixed:ms=1,C=fixed:ms=1';
  // The mean of a lognormal is median × e^(σ² / 2) = 2.266; its standard error over 4,096 samples is 0.019.
  expect(times(drawn)[0]).toBeGreaterThan(2.266 - 0.06);
  expect(times(drawn)[0]).toBeLessThan(2.266 + 0.06);
  expect(times(drawn)).toEqual(times(drawn));
  expect(times(drawn, 2)).not.toEqual(times(drawn));
});
