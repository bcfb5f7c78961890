import { resolveEviction } from '../../engine/build-policy.ts';
import type { MrcDocument } from '../../engine/documents.ts';
import type { MrcCell, runCell } from '../../engine/experiments/mrc.ts';
import { runAll } from '../../engine/runners/run-all.ts';
import { summarizeMrc } from '../../reports/terminal/mrc.ts';
import { InputError } from '../../spec/input-error.ts';
import { splitSpecs } from '../../spec/spec.ts';
import type { Requests } from '../../workloads/requests.ts';
import { interruptible } from '../interruption.ts';
import { jobsFor } from '../jobs.ts';
import { resolveSizes } from '../mrc/sizes.ts';
import { countSetting, type Settings } from '../options/settings.ts';
import { options } from '../options/table.ts';
import { showProgress } from '../progress.ts';
import { deliver } from '../results/deliver.ts';
import { seal } from '../results/digest.ts';
import { defaultDirectory } from '../results/directory.ts';
import { loadWorkload } from '../workload.ts';
import type { Invocation } from './invocation.ts';

/** Policies × sizes, a simulation each. @throws InputError before anything runs */
export async function run({ settings, command }: Invocation): Promise<void> {
  const start = performance.now();
  const seed = countSetting(settings, 'seed', 0, 1);
  const workload = await loadWorkload(settings, seed);
  const cells = cellsOf(settings, workload.requests, seed);
  const jobs = jobsFor(settings, cells.length * workload.requests.operations);
  const progress = showProgress('replaying', settings);
  const onProgress = (done: number) => progress.update(done, cells.length);
  const results = await interruptible(jobs, signal =>
    runAll('cell', workload.requests, cells, { jobs, onProgress, ...(signal && { signal }) }),
  ).finally(progress.stop);
  const body = {
    schema: 'tierlab/mrc@1',
    seed,
    workload: workload.summary,
    rows: results.map(each => each.row),
  } as const;
  const document: MrcDocument = seal(body, {
    wallMs: performance.now() - start,
    ...speeds(results),
    ...workload.timing,
    command,
    title: workload.title,
  });
  await deliver(document, settings.out ?? defaultDirectory('mrc', workload, { cells }), settings, {
    page: async each => (await import('../../reports/page/mrc.ts')).renderMrcReport(each),
    summary: summarizeMrc,
  });
}

/** Policy-major, in the order given. */
function cellsOf(settings: Settings, { universe, bytes }: Requests, seed: number): MrcCell[] {
  const policies = [...new Set(splitSpecs(settings.policies ?? options.policies.default))];
  if (policies.length === 0) throw new InputError('--policies', 'the list is empty; expected for example lru,sieve');
  const { unit, capacities } = resolveSizes(settings.sizes, { keys: universe, bytes });
  for (const policy of policies) resolveEviction(policy, unit === 'bytes', '--policies');
  return policies.flatMap(policy => capacities.map(capacity => ({ policy, capacity, unit, seed })));
}

/** Each row's speed, and that of all rows one after the other. */
function speeds(results: readonly ReturnType<typeof runCell>[]) {
  const rows = results.map(({ row: { policy, capacity }, requestsPerSecond }) => ({
    policy,
    capacity,
    requestsPerSecond,
  }));
  const seconds = rows.reduce((sum, each) => sum + 1 / each.requestsPerSecond, 0);
  return { requestsPerSecond: rows.length / seconds, rows };
}
