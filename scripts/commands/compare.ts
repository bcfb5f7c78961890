import type { CompareDocument } from '../../engine/documents/compare.ts';
import { compare } from '../../engine/experiments/comparison/compare.ts';
import { summarizeCompare } from '../../reports/terminal/compare.ts';
import { observeAll, planOf } from '../compare/plan.ts';
import { variantsOf } from '../compare/variants.ts';
import { configurationsOf, loadWorkloads } from '../compare/worlds.ts';
import { countSetting } from '../options/settings.ts';
import { deliver } from '../results/deliver.ts';
import { seal } from '../results/digest.ts';
import { defaultDirectory } from '../results/directory.ts';
import type { Invocation } from './invocation.ts';

const USUAL_SEEDS = 10;

/** Variants × workloads × seeds, on the same requests. @throws InputError before anything runs */
export async function run({ settings, plugins = [], command }: Invocation): Promise<void> {
  const start = performance.now();
  const seed = countSetting(settings, 'seed', 0, 1);
  const { variants, plugins: more } = await variantsOf(settings);
  const loaded = await loadWorkloads(settings, seed);
  const plans = planOf(
    loaded,
    settings,
    loaded.map(workload => configurationsOf(variants, settings, workload)),
    USUAL_SEEDS,
  );
  const { observed, requestsPerSecond } = await observeAll(plans, seed, settings);
  const worlds = observed.map(({ plan, observations }) => ({
    workload: plan.workload,
    variants: variants.map(({ name, options }, v) => ({
      name,
      options,
      config: plan.configurations[v]!,
      observation: observations[v]!,
    })),
  }));
  const named = [...plugins, ...more];
  const body = {
    schema: 'tierlab/compare@1',
    seed,
    workload: loaded[0]!.summary,
    ...(named.length > 0 && { plugins: named }),
    workloads: plans.map(each => each.workload),
    ...compare(worlds, seed),
  } as const;
  const document: CompareDocument = seal(body, {
    wallMs: performance.now() - start,
    requestsPerSecond,
    command,
    title: loaded.map(each => each.title).join(', '),
    titles: loaded.map(each => each.title),
  });
  const identity = {
    plans: plans.map(({ workload, configurations, warmup }) => [workload, configurations, warmup]),
    names: variants.map(each => each.name),
    seed,
    named,
  };
  await deliver(document, settings.out ?? defaultDirectory('compare', loaded[0]!, identity), settings, {
    page: async each => (await import('../../reports/page/compare.ts')).renderCompareReport(each),
    summary: summarizeCompare,
  });
}
