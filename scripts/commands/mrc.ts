import { resolveEviction } from '../../engine/build-policy.ts';
import type { MrcDocument } from '../../engine/documents.ts';
import type { MeasuredRow, MrcCell } from '../../engine/experiments/mrc.ts';
import { runCurves } from '../../engine/runners/run-curves.ts';
import { summarizeMrc } from '../../reports/terminal/mrc.ts';
import { InputError } from '../../spec/input-error.ts';
import { splitSpecs } from '../../spec/spec.ts';
import type { Requests } from '../../workloads/requests.ts';
import { interruptible } from '../interruption.ts';
import { jobsFor } from '../jobs.ts';
import { resolveSizes } from '../mrc/sizes.ts';
import { countSetting, type Settings } from '../options/settings.ts';
import { options } from '../options/table.ts';
import { withProgress } from '../progress.ts';
import { deliver } from '../results/deliver.ts';
import { seal } from '../results/digest.ts';
import { defaultDirectory } from '../results/directory.ts';
import { loadWorkload } from '../workload.ts';
import type { Invocation } from './invocation.ts';

/** Policies × sizes, a simulation each. @throws InputError before anything runs */
export async function run({ settings, command }: Invocation): Promise<void> {
  const start = performance.now();
  const seed = countSetting(settings, 'seed', 0, 1);
  const policies = policiesOf(settings);
  const workload = await loadWorkload(settings, seed);
  const cells = cellsOf(policies, settings.sizes, workload.requests, seed);
  const jobs = jobsFor(settings, cells.length * workload.requests.operations);
  const results = await withProgress(settings, show =>
    interruptible(jobs, signal =>
      runCurves(workload.requests, cells, {
        jobs,
        onePass: true,
        ...(signal && { signal }),
        onProgress: (done, total) => show('replaying', done, total),
      }),
    ),
  );
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

/** @throws InputError for a policy that does not exist, before a long trace is read */
function policiesOf(settings: Settings): string[] {
  const policies = [...new Set(splitSpecs(settings.policies ?? options.policies.default))];
  if (policies.length === 0) throw new InputError('--policies', 'the list is empty, expected for example lru,sieve');
  for (const policy of policies) resolveEviction(policy, false, '--policies');
  return policies;
}

/** Policy by policy, in the order given. @throws InputError for a size that cannot be, or a policy that cannot count bytes */
function cellsOf(
  policies: string[],
  sizes: string | undefined,
  { universe, bytes }: Requests,
  seed: number,
): MrcCell[] {
  const { unit, capacities } = resolveSizes(sizes, { keys: universe, bytes });
  for (const policy of policies) resolveEviction(policy, unit === 'bytes', '--policies');
  return policies.flatMap(policy => capacities.map(capacity => ({ policy, capacity, unit, seed })));
}

/** Each row's speed, and that of all rows one after the other. */
function speeds(results: readonly MeasuredRow[]) {
  const rows = results.map(({ row: { policy, capacity }, requestsPerSecond }) => ({
    policy,
    capacity,
    requestsPerSecond,
  }));
  const seconds = rows.reduce((sum, each) => sum + 1 / each.requestsPerSecond, 0);
  return { requestsPerSecond: rows.length / seconds, rows };
}
