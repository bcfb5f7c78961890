import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import type { AblateDocument, AblationStep } from '../../engine/documents/ablate.ts';
import type { Metric } from '../../engine/documents/compare.ts';

/** What a made-up ablation looks like. */
export interface AblateSample {
  readonly metric?: Metric;
  /** By choice, what it changes on average. */
  readonly steps?: Readonly<Record<string, number>>;
  readonly start?: number;
}

const STEPS = { demotion: 0.3, residency: -0.05, promotion: 0.12, lifetime: 0 };
/** Of a mean, whole units. */
const SCALE = 1_000_000;

/** Invented numbers that add up. */
export function sampleAblate({ metric = 'hitRatio', steps = STEPS, start = 0.4 }: AblateSample = {}): AblateDocument {
  const config = resolveConfiguration({}, { keys: 5_000, bytes: null });
  const end = (name: string, mean: number) => ({
    name,
    options: { preset: name },
    config,
    mean,
    low: mean * 0.99,
    high: mean * 1.01,
    amount: Math.round(mean * SCALE),
  });
  const sum = Object.values(steps).reduce((all, each) => all + each, 0);
  return {
    schema: 'tierlab/ablate@1',
    digest: '3f9c2a17'.padEnd(64, '0'),
    seed: 1,
    workload: { spec: 'zipf', requests: 100_000, operations: 100_000, keys: 5_000 },
    samples: 'seeds',
    count: 10,
    counted: 100_000,
    metric,
    unit: 'hits',
    from: end('reference', start),
    to: end('tierlab', start + sum),
    steps: Object.entries(steps).map(
      ([axis, mean]): AblationStep => ({
        axis,
        from: 'before',
        to: 'after:with=a,long=parameter,list=1',
        after: axis === 'residency' ? 'inclusion' : null,
        amount: Math.round(mean * SCALE),
        mean,
        low: mean - 0.01,
        high: mean + 0.01,
        first: mean * 1.5,
        last: mean / 2,
      }),
    ),
    orders: { count: 24, exact: false, configurations: 138 },
    timing: { wallMs: 1, requestsPerSecond: 1, command: 'npx tierlab ablate', title: 'zipf' },
  };
}
