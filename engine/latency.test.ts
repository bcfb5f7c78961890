import { describe, expect, it } from 'vitest';
import { buildLatency } from './latency.ts';
import { registerSamples } from './latency-samples.ts';
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

  it('that is pareto has the moments and quantiles of that distribution', () => {
    const pareto = model('pareto:scale=5,shape=3');
    expect(pareto.constantMs).toBeNull();
    const samples = Array.from({ length: 100_000 }, () => pareto.sample());
    const meanOf = (list: number[]) => list.reduce((sum, each) => sum + each, 0) / list.length;
    expect(Math.min(...samples)).toBeGreaterThanOrEqual(5);
    // The mean is scale · shape / (shape − 1) = 7.5, the deviation 4.33: standard error 0.0137. The logarithm of x / scale is
    // exponential with mean and deviation 1 / shape: standard error 0.00105. Five of them are allowed.
    expect(Math.abs(meanOf(samples) - 7.5)).toBeLessThan(0.068);
    expect(Math.abs(meanOf(samples.map(ms => Math.log(ms / 5))) - 1 / 3)).toBeLessThan(0.0053);
    // Half stay below scale · 2^(1 / shape), 99 % below scale · 100^(1 / shape): standard errors 0.0016 and 0.00031.
    const shareBelow = (ms: number) => samples.filter(each => each <= ms).length / samples.length;
    expect(Math.abs(shareBelow(5 * 2 ** (1 / 3)) - 0.5)).toBeLessThan(0.008);
    expect(Math.abs(shareBelow(5 * 100 ** (1 / 3)) - 0.99)).toBeLessThan(0.0016);
  });

  it('that is pareto takes no longer than its cap', () => {
    const pareto = model('pareto:scale=5,shape=3,cap=10');
    const samples = Array.from({ length: 100_000 }, () => pareto.sample());
    expect(Math.max(...samples)).toBe(10);
    // (5 / 10)^3 of the samples would be slower; standard error 0.00105.
    expect(Math.abs(samples.filter(ms => ms === 10).length / samples.length - 0.125)).toBeLessThan(0.0053);
  });

  it('that is empirical draws its samples, each as often as any other', () => {
    registerSamples([['measured', Float64Array.of(1, 1, 5, 40)]]);
    const empirical = model('empirical:file=measured');
    const counts = new Map<number, number>();
    for (let i = 0; i < 100_000; i++) {
      const ms = empirical.sample();
      counts.set(ms, (counts.get(ms) ?? 0) + 1);
    }
    expect([...counts.keys()].sort((a, b) => a - b)).toEqual([1, 5, 40]);
    // A half, a quarter and a quarter: standard errors 158 and 137 of 100,000; five of them are allowed.
    expect(Math.abs(counts.get(1)! - 50_000)).toBeLessThan(790);
    expect(Math.abs(counts.get(40)! - 25_000)).toBeLessThan(685);
  });

  it.each(['fixed', 'lognormal', 'pareto'])('%s adds what bytes cost', name => {
    expect(model(name).msPerByte).toBe(0);
    expect(model(`${name}:per-kib=2`).msPerByte).toBe(2 / 1024);
  });

  it('draws the same from the same stream', () => {
    const first = model('lognormal');
    const second = model('lognormal');
    for (let i = 0; i < 10; i++) expect(first.sample()).toBe(second.sample());
  });

  it.each([
    ['lognormale', '--latency: unknown latency model "lognormale"; did you mean "lognormal"?'],
    ['fixed:ms=-1', '--latency: fixed:ms: found "-1", expected 0 to 1000000000'],
    ['fixed:median=1', '--latency: fixed has no parameter "median"; known: ms, per-kib'],
    ['empirical', '--latency: empirical needs file=…'],
    ['empirical:file=lost', '--latency: empirical: no samples "lost"'],
  ])('"%s" is refused', (spec, message) => {
    expect(() => model(spec)).toThrow(message);
  });
});
