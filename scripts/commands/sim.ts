import { factsOf, resolveConfiguration } from '../../engine/configuration/resolve.ts';
import type { Options } from '../../engine/configuration/types.ts';
import type { SimDocument } from '../../engine/documents/sim.ts';
import { runSim, type SimInput, type SimOutcome } from '../../engine/experiments/sim.ts';
import { registeredSamples } from '../../engine/latency-samples.ts';
import { registeredPlugins } from '../../engine/plugins/registry.ts';
import { generate } from '../../engine/runners/generate.ts';
import type { WorkloadSource } from '../../engine/runners/replication.ts';
import { runAll } from '../../engine/runners/run-all.ts';
import type { ReplayedRun } from '../../reports/laboratory/written/carry.ts';
import { runOf } from '../../reports/laboratory/written/run-of.ts';
import { summarizeSim } from '../../reports/terminal/sim.ts';
import { originalName } from '../../workloads/original-name.ts';
import { interruptible } from '../interruption.ts';
import { jobsFor } from '../jobs.ts';
import { samplePaths, withSamplePaths } from '../latency/sample-files.ts';
import { countSetting, type Settings } from '../options/settings.ts';
import { options } from '../options/table.ts';
import { type ShowProgress, withProgress } from '../progress.ts';
import { deliver } from '../results/deliver.ts';
import { seal } from '../results/digest.ts';
import { defaultDirectory } from '../results/directory.ts';
import { axesOf, commandFor, replayedSettings, withTracePath } from '../sim/axes.ts';
import { resolveWarmup } from '../sim/warmup.ts';
import { type LoadedWorkload, loadWorkload } from '../workload.ts';
import type { Invocation } from './invocation.ts';

/** One configuration on one workload, once for each seed. @throws InputError before anything runs */
export async function run({ settings, plugins, command }: Invocation): Promise<void> {
  const start = performance.now();
  const seed = countSetting(settings, 'seed', 0, 1);
  const seeds = countSetting(settings, 'seeds', 1, 1);
  // `checkChoices` has seen to it that it is one of the words.
  const suggest = (settings.suggest ?? options.suggest.default) as SimInput['suggest'];
  const workload = await loadWorkload(settings, seed, settings.explain);
  const { requests, summary, defaults, source } = workload;
  const configured = (change: Options) =>
    resolveConfiguration({ ...axesOf(settings), ...change }, { ...factsOf(requests), defaults });
  const configuration = configured({});
  const warmup = resolveWarmup(settings.warmup, summary.requests);
  const input: SimInput = {
    requests,
    workload: summary,
    configuration,
    seed,
    warmup,
    suggest,
    ...(settings.explain && { explain: namesIn(workload) }),
    vary: (change, seedsBehind) => ({
      configuration: configured(change),
      command: commandFor(settings, workload, { seed, warmup, seeds: seedsBehind }, change),
    }),
    ...(source.kind === 'synthetic' && { another: (each: number) => generate(source.spec, source.gets, each) }),
  };
  const { replayMs, ...outcome } = await withProgress(settings, show => runSeeds(input, source, seeds, settings, show));
  const body = { ...outcome, ...(plugins && { plugins }) };
  const document: SimDocument = seal(body, {
    wallMs: performance.now() - start,
    requestsPerSecond: (1e3 * summary.operations) / replayMs,
    ...workload.timing,
    command,
    title: workload.title,
  });
  const identity = { configuration, seed, seeds, warmup, suggest, plugins, ...(settings.explain && { explain: true }) };
  const run: ReplayedRun = runOf(document) ?? {
    requests,
    gets: requests.gets,
    configuration,
    defaults,
    spec: source.kind === 'synthetic' ? summary.spec : null,
    seed,
    warmup,
    replayed: replayedSettings(settings, workload, { seed, warmup }),
    foreign: {
      // Other runs of this process may have loaded others.
      plugins: registeredPlugins().filter(({ name }) => plugins?.some(({ spec }) => spec === name)),
      samples: registeredSamples(),
    },
    paths: samplePaths(),
  };
  await deliver(document, settings.out ?? defaultDirectory('sim', workload, identity), settings, {
    page: async each => (await import('../../reports/page/sim.ts')).renderSimReport(each, run),
    summary: (each, options) => withSamplePaths(withTracePath(summarizeSim(each, options), settings)),
  });
}

/** What ids are called where they came from. */
function namesIn({ originals }: LoadedWorkload): NonNullable<SimInput['explain']> {
  return originals ? { nameOf: id => originalName(originals.keys, id) } : {};
}

/** The first seed with all that is measured, the others with their totals. */
async function runSeeds(
  input: SimInput,
  source: WorkloadSource,
  seeds: number,
  settings: Settings,
  show: ShowProgress,
): Promise<SimOutcome & Pick<SimDocument, 'replications'>> {
  const { configuration, warmup, seed, workload } = input;
  const others = Array.from({ length: seeds - 1 }, (_, i) => seed + 1 + i);
  const jobs = jobsFor(settings, others.length * workload.operations);
  const outcome = runSim({
    ...input,
    onProgress: (done, total) => show(done < total ? 'replaying' : 'trying other configurations', done, total),
  });
  if (seeds === 1) return outcome;
  const replications = await interruptible(jobs, signal =>
    runAll('replication', { source, configuration, warmup }, others, {
      jobs,
      ...(signal && { signal }),
      onProgress: done => show('replicating', done, others.length),
    }),
  );
  return {
    ...outcome,
    replications: [{ seed, totals: outcome.totals, latencyMeanMs: outcome.latencyMs.mean }, ...replications],
  };
}
