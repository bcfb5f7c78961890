import { describe, expect, it } from 'vitest';
import { buildLatency } from './latency.ts';
import { randomStream } from './random.ts';

const model = (spec: string) => buildLatency(spec, '--latency', randomStream(1, 'latency'));

describe('a latency model', () => {
  it('that is fixed says so, and always takes as long', () => {
    const fixed = model('fixed:ms=0.2');
    expect([fixed.constantMs, fixed.sample(), fixed.sample()]).toEqual([0.2, 0.2, 0.2]);
  });

  it('that is lognormal has the moments of that distribution', () => {
    const lognormal = model('lognormal:median=5,sigma=0.3');
    expect(lognormal.constantMs).toBeNull();
    const samples = Array.from({ length: 100_000 }, () => lognormal.sample());
    const meanOf = (list: number[]) => list.reduce((sum, each) => sum + each, 0) / list.length;
    const logs = samples.map(Math.log);
    const meanLog = meanOf(logs);
    const deviation = Math.sqrt(meanOf(logs.map(log => (log - meanLog) ** 2)));
    // Standard errors: 0.3 / sqrt(1e5) = 0.00095 for the mean logarithm, 0.0007 for its deviation; five of them are allowed.
    expect(Math.abs(meanLog - Math.log(5))).toBeLessThan(0.0048);
    expect(Math.abs(deviation - 0.3)).toBeLessThan(0.0034);
    // The mean is median · exp(sigma² / 2) = 5.230, its standard error 0.0051.
    expect(Math.abs(meanOf(samples) - 5 * Math.exp(0.045))).toBeLessThan(0.026);
  });

  it('without spread is its median', () => {
    expect(model('lognormal:median=7,sigma=0').sample()).toBe(7);
  });

  it('draws the same from the same stream', () => {
    const first = model('lognormal');
    const second = model('lognormal');
    for (let i = 0; i < 10; i++) expect(first.sample()).toBe(second.sample());
  });

  it.each([
    ['lognormale', '--latency: unknown latency model "lognormale"; did you mean "lognormal"?'],
    ['fixed:ms=-1', '--latency: fixed:ms: found "-1", expected 0 to 1000000000'],
    ['fixed:median=1', '--latency: fixed has no parameter "median"; known: ms'],
  ])('"%s" is refused', (spec, message) => {
    expect(() => model(spec)).toThrow(message);
  });
});
