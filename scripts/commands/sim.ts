import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import type { SimDocument } from '../../engine/documents.ts';
import { runSim } from '../../engine/experiments/sim.ts';
import { runAll } from '../../engine/runners/run-all.ts';
import { summarizeSim } from '../../reports/terminal/sim.ts';
import { interruptible } from '../interruption.ts';
import { jobsFor } from '../jobs.ts';
import { countSetting } from '../options/settings.ts';
import { showProgress } from '../progress.ts';
import { deliver } from '../results/deliver.ts';
import { seal } from '../results/digest.ts';
import { defaultDirectory } from '../results/directory.ts';
import { axesOf, commandFor, withTracePath } from '../sim/axes.ts';
import { resolveWarmup } from '../sim/warmup.ts';
import { loadWorkload } from '../workload.ts';
import type { Invocation } from './invocation.ts';

/** One configuration on one workload, once for each seed. @throws InputError before anything runs */
export async function run({ settings, command }: Invocation): Promise<void> {
  const start = performance.now();
  const seed = countSetting(settings, 'seed', 0, 1);
  const seeds = countSetting(settings, 'seeds', 1, 1);
  const suggest = settings.suggest === 'off' ? 'off' : 'fast';
  const workload = await loadWorkload(settings, seed);
  const { requests, summary, source, defaults } = workload;
  const configuration = resolveConfiguration(axesOf(settings), {
    keys: summary.keys,
    bytes: requests.bytes,
    ...(defaults && { defaults }),
  });
  const warmup = resolveWarmup(settings.warmup, summary.requests);
  const progress = showProgress('replaying', settings);
  const { replayMs, ...outcome } = runSim({
    requests,
    workload: summary,
    configuration,
    seed,
    warmup,
    suggest,
    commandFor: change => commandFor(settings, workload, change),
    onProgress(done, total) {
      progress.update(done, total);
      if (done === total) progress.label('trying other configurations');
    },
  });
  const jobs = jobsFor(settings, (seeds - 1) * summary.operations);
  const others = Array.from({ length: seeds - 1 }, (_, i) => seed + 1 + i);
  const onProgress = (done: number) => progress.update(done, others.length);
  const replications = await interruptible(jobs, signal =>
    runAll('replication', { source, configuration, warmup }, others, { jobs, onProgress, ...(signal && { signal }) }),
  ).finally(progress.stop);
  const all = [{ seed, totals: outcome.totals }, ...replications];
  const body = { ...outcome, ...(seeds > 1 && { replications: all }) };
  const document: SimDocument = seal(body, {
    wallMs: performance.now() - start,
    requestsPerSecond: (1e3 * summary.operations) / replayMs,
    ...workload.timing,
    command,
    title: workload.title,
  });
  const configured = { configuration, seed, seeds, warmup, suggest };
  await deliver(document, settings.out ?? defaultDirectory('sim', workload, configured), settings, {
    page: async each => (await import('../../reports/page/sim.ts')).renderSimReport(each),
    summary: (each, options) => withTracePath(summarizeSim(each, options), settings),
  });
}
