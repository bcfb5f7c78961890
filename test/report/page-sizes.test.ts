import { expect, test } from 'vitest';
import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import { explain } from '../../engine/explanation/explain.ts';
import { synthesize } from '../../engine/synthesize.ts';
import type { ReplayedRun } from '../../reports/laboratory/written/carry.ts';
import { renderAblateReport } from '../../reports/page/ablate.ts';
import { renderCompareReport } from '../../reports/page/compare.ts';
import { renderExplainPage } from '../../reports/page/explain.ts';
import { renderMrcReport } from '../../reports/page/mrc.ts';
import { renderMrcPerLevelReport } from '../../reports/page/mrc-per-level.ts';
import { renderSimReport } from '../../reports/page/sim.ts';
import { renderTuneReport } from '../../reports/page/tune.ts';
import { sampleAblate } from './sample-ablate.ts';
import { sampleCompare } from './sample-compare.ts';
import { sampleMrc } from './sample-mrc.ts';
import { samplePerLevel } from './sample-per-level.ts';
import { sampleSim } from './sample-sim.ts';
import { sampleTune } from './sample-tune.ts';

/** What people send to each other without a thought; each kind of page has the limit that its largest reasonable example needs, and not more. */
const limits: readonly (readonly [what: string, kilobytes: number, page: () => Promise<string>])[] = [
  ['a simulation', 510, () => renderSimReport(sampleSim({ partitions: true, prediction: true }))],
  ['a simulation of which it carries what nobody can compress', 800, () => renderSimReport(sampleSim(), recorded())],
  ['curves of 16 policies at 40 sizes', 420, () => renderMrcReport(sampleMrc(named(16), sizes(40)))],
  ['sizes of eight levels', 340, () => renderMrcPerLevelReport(samplePerLevel({ levels: 8 }))],
  ['a comparison of three workloads', 330, () => renderCompareReport(sampleCompare())],
  ['an experiment with 18 conditions of 6 variants', 600, () => renderCompareReport(conditions(18, 6), 'condition')],
  ['an ablation', 230, () => renderAblateReport(sampleAblate())],
  ['a tuning with 2,000 evaluations of all requests', 700, async () => renderTuneReport(await tuning(2_000))],
  ['400 requests step by step, with names of 40 letters', 360, () => renderExplainPage(steps())],
];

test.each(limits)('the page of %s has less than %i kB', async (_what, kilobytes, page) => {
  expect(Buffer.byteLength(await page())).toBeLessThan(1_000 * kilobytes);
});

function named(count: number): string[] {
  return ['lru', 'opt', ...Array.from({ length: count - 2 }, (_, i) => `random:seed=${i}`)];
}

function sizes(count: number): number[] {
  return Array.from({ length: count }, (_, i) => Math.round(10 * 1.3 ** i));
}

function conditions(count: number, variants: number) {
  const ratios = (c: number) =>
    Object.fromEntries(Array.from({ length: variants }, (_, v) => [`variant-${v}`, 0.3 + 0.02 * v + 0.01 * c]));
  return sampleCompare({
    ratios: Object.fromEntries(Array.from({ length: count }, (_, c) => [`zipf:alpha=0.9 at ${c} %`, ratios(c)])),
  });
}

function tuning(evaluations: number) {
  return sampleTune({ evaluations, looks: [{ kind: 'whole' }] });
}

/** More requests than a page holds, as if from a trace. */
function recorded(): ReplayedRun {
  const requests = synthesize('uniform:keys=60000', { requests: 250_000 });
  const configuration = resolveConfiguration({}, { keys: requests.universe, bytes: null });
  const known = { requests, gets: 250_000, configuration, defaults: undefined, spec: null, seed: 1, warmup: 0 };
  return { ...known, replayed: {}, foreign: { plugins: [], samples: [] }, paths: {} };
}

function steps() {
  const requests = synthesize('uniform:keys=100000', { requests: 400 });
  const configuration = resolveConfiguration(
    { preset: 'exclusive-lru', levels: 'cache=50/-', policy: 'arc' },
    { keys: requests.universe, bytes: null },
  );
  return {
    schema: 'tierlab/explain@1',
    digest: '0'.repeat(64),
    seed: 1,
    workload: { spec: 'uniform', requests: 400, operations: 400, keys: requests.universe },
    configuration,
    keys: Array.from({ length: requests.universe }, (_, id) => `${id}`.padStart(40, 'user:profile:')),
    ...explain({ requests, configuration, seed: 1 }),
    timing: { wallMs: 1, requestsPerSecond: 1 },
  } as const;
}
