import { expect, it } from 'vitest';
import { sampleSim } from '../../test/report/sample-sim.ts';
import { besideFinding } from './beside-finding.ts';

const sample = sampleSim();
const measured = (hitRatio: number, mean: number) => ({
  totals: { ...sample.totals, requests: 100_000, hitRatio },
  latencyMs: { ...sample.latencyMs, mean },
});
const say = (...of: Parameters<typeof besideFinding>) => besideFinding(...of).replaceAll('\u00a0', ' ');

it('says by how much hits and latency differ', () => {
  expect(say(measured(0.9, 2), measured(0.913, 1))).toBe(
    '91.3 % of requests are answered from cache, 1.3 points more; the mean latency is 1 ms, −50 %.',
  );
  expect(say(measured(0.9, 1), measured(0.8, 2))).toBe(
    '80.0 % of requests are answered from cache, 10.0 points fewer; the mean latency is 2 ms, +100 %.',
  );
});

it('says that nothing differs', () => {
  expect(say(measured(0.9, 1), measured(0.9, 1))).toBe(
    '90.0 % of requests are answered from cache, as many; the mean latency is 1 ms, as before.',
  );
});
