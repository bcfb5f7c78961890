import type { AblateDocument } from '../../engine/documents/ablate.ts';
import type { Metric } from '../../engine/documents/compare.ts';
import { ablate, planAblation } from '../../engine/experiments/ablation/ablate.ts';
import { summarizeAblate } from '../../reports/terminal/ablate.ts';
import { InputError } from '../../spec/input-error.ts';
import { endsOf } from '../ablate/ends.ts';
import { observeAll, planOf } from '../compare/plan.ts';
import { configurationsOf } from '../compare/worlds.ts';
import { countSetting } from '../options/settings.ts';
import { options } from '../options/table.ts';
import { deliver } from '../results/deliver.ts';
import { seal } from '../results/digest.ts';
import { defaultDirectory } from '../results/directory.ts';
import { loadWorkload } from '../workload.ts';
import type { Invocation } from './invocation.ts';

/** Every mixture is replayed with each. */
const USUAL_SEEDS = 5;

/** From one design to another, choice by choice. @throws InputError before anything runs */
export async function run({ settings, plugins = [], command }: Invocation): Promise<void> {
  const start = performance.now();
  const seed = countSetting(settings, 'seed', 0, 1);
  const sampled = countSetting(settings, 'orders', 1, Number(options.orders.default));
  // The options' table has these words only.
  const metric = (settings.metric ?? options.metric.default) as Metric;
  const { variants: ends, plugins: more } = await endsOf(settings);
  const workload = await loadWorkload(settings, seed);
  if (metric === 'byteHitRatio' && workload.requests.bytes === null)
    throw new InputError('--metric', 'byteHitRatio needs a workload with sizes, and this one has none');
  const [from, to] = configurationsOf(ends, settings, workload);
  const ablation = planAblation(from!, to!, sampled, seed);
  if (ablation.axes.length === 0) throw new InputError('--to', `${ends[1]!.name} is the same cache as --from`);
  const [plan] = planOf([workload], settings, [ablation.configurations], USUAL_SEEDS);
  const { observed, requestsPerSecond } = await observeAll([plan!], seed, settings);
  const named = [...plugins, ...more];
  const [first, last] = ends.map(({ name, options: asked }) => ({ name, options: asked }));
  const { samples, count, counted } = plan!.workload;
  const body = {
    schema: 'tierlab/ablate@1',
    seed,
    workload: workload.summary,
    ...(named.length > 0 && { plugins: named }),
    samples,
    count,
    counted,
    ...ablate(ablation, observed[0]!.observations, {
      workload: plan!.workload,
      metric,
      seed,
      from: first!,
      to: last!,
    }),
  } as const;
  const document: AblateDocument = seal(body, {
    wallMs: performance.now() - start,
    requestsPerSecond,
    ...workload.timing,
    command,
    title: workload.title,
  });
  const identity = { from, to, metric, sampled, seed, count, warmup: plan!.warmup, named };
  await deliver(document, settings.out ?? defaultDirectory('ablate', workload, identity), settings, {
    page: async each => (await import('../../reports/page/ablate.ts')).renderAblateReport(each),
    summary: summarizeAblate,
  });
}
