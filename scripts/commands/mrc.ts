import { findBound } from '../../engine/bounds/catalog.ts';
import { resolveAdmission } from '../../engine/build-admission.ts';
import { resolveEviction } from '../../engine/build-policy.ts';
import { type Method, resolveMethod } from '../../engine/curves/methods.ts';
import { smallestEstimated } from '../../engine/curves/sampling-plan.ts';
import { unscalable } from '../../engine/curves/scaling.ts';
import { shapesOf } from '../../engine/curves/shape.ts';
import type { MrcDocument } from '../../engine/documents/mrc.ts';
import { isLru, type MrcCell } from '../../engine/experiments/mrc.ts';
import { type CurvePoint, runCurves } from '../../engine/runners/run-curves.ts';
import { summarizeMrc } from '../../reports/terminal/mrc.ts';
import { InputError } from '../../spec/input-error.ts';
import { resolveEntry, splitSpecs } from '../../spec/spec.ts';
import type { Requests } from '../../workloads/requests.ts';
import { interruptible } from '../interruption.ts';
import { jobsFor } from '../jobs.ts';
import { sizesWhereLruBends } from '../mrc/bends.ts';
import { resolveSizes } from '../mrc/sizes.ts';
import { countSetting, type Settings } from '../options/settings.ts';
import { options } from '../options/table.ts';
import { withProgress } from '../progress.ts';
import { deliver } from '../results/deliver.ts';
import { seal } from '../results/digest.ts';
import { defaultDirectory } from '../results/directory.ts';
import { loadWorkload } from '../workload.ts';
import type { Invocation } from './invocation.ts';

/** Policies × sizes, counted or estimated. @throws InputError before anything runs */
export async function run({ settings, plugins, command }: Invocation): Promise<void> {
  const start = performance.now();
  const seed = countSetting(settings, 'seed', 0, 1);
  const method = resolveMethod(settings.method ?? options.method.default, '--method');
  const policies = policiesOf(settings, method);
  const workload = await loadWorkload(settings, seed);
  const cells = cellsOf(
    policies,
    await withSizes(settings, workload.requests, method),
    workload.requests,
    method,
    seed,
  );
  const jobs = jobsFor(settings, cells.length * operationsOf(workload.requests, method));
  const results = await withProgress(settings, show =>
    interruptible(jobs, signal =>
      runCurves(workload.requests, cells, method, {
        jobs,
        ...(signal && { signal }),
        onProgress: (done, total) => show('replaying', done, total),
      }),
    ),
  );
  const rows = results.map(each => each.row);
  const body = {
    schema: 'tierlab/mrc@1',
    seed,
    workload: workload.summary,
    ...(plugins && { plugins }),
    rows,
    shapes: shapesOf(rows),
  } as const;
  const document: MrcDocument = seal(body, {
    wallMs: performance.now() - start,
    ...speeds(results),
    ...workload.timing,
    command,
    title: workload.title,
  });
  const identity = { cells, plugins, ...(method.kind === 'count' ? {} : { method: method.spec }) };
  await deliver(document, settings.out ?? defaultDirectory('mrc', workload, identity), settings, {
    page: async each => (await import('../../reports/page/mrc.ts')).renderMrcReport(each),
    summary: summarizeMrc,
  });
}

/** @throws InputError for a policy that does not exist or that the method is not for, before a long trace is read */
function policiesOf({ policies: given, admission }: Settings, method: Method): string[] {
  const policies = [...new Set(splitSpecs(given ?? (method.kind === 'shards' ? 'lru' : options.policies.default)))];
  if (admission !== undefined) checkAdmission(admission, method);
  if (policies.length === 0) throw new InputError('--policies', 'the list is empty, expected for example lru,sieve');
  for (const policy of policies) {
    const bound = findBound(policy);
    if (bound) {
      resolveEntry(policy, bound, '--policies');
      if (method.kind !== 'count')
        throw new InputError('--policies', `${policy} is a bound, which is computed from all requests: --method auto`);
      continue;
    }
    resolveEviction(policy, false, '--policies');
    if (method.kind === 'shards' && !isLru(policy))
      throw new InputError(
        '--policies',
        `shards estimates lru only, found ${policy}; --method mini takes nearly any policy`,
      );
    const misjudged = method.kind === 'mini' ? unscalable(policy, '--policies') : null;
    if (misjudged !== null)
      throw new InputError(
        '--policies',
        `mini misjudges ${misjudged}, which misses otherwise in a smaller cache for fewer keys; --method auto counts it`,
      );
  }
  return policies;
}

/** @throws InputError for an admission policy that does not exist or that the method cannot tell anything about */
function checkAdmission(spec: string, method: Method): void {
  // Whether there are sizes is known with the workload only.
  const { name, capabilities } = resolveAdmission(spec, true, '--admission').entry;
  if (method.kind === 'shards')
    throw new InputError('--admission', 'shards estimates LRU without admission; --method mini takes both');
  if (method.kind === 'mini' && capabilities.paced)
    throw new InputError('--admission', `${name} counts requests, of which a sample has fewer: not with --method mini`);
}

/** Sizes that are chosen by the curve of LRU, where that is asked for, in place of the word that asks. */
async function withSizes(settings: Settings, requests: Requests, method: Method): Promise<Settings> {
  if (settings.sizes !== 'auto') return settings;
  const smallest = method.kind === 'count' ? 1 : smallestEstimated(requests.universe, method.keysOf(requests.universe));
  return { ...settings, sizes: (await sizesWhereLruBends(requests, method, smallest)).join(',') };
}

/** Policy by policy, in the order given. @throws InputError for a size that cannot be, or that policy or method cannot count */
function cellsOf(
  policies: string[],
  { sizes, admission }: Settings,
  { universe, bytes }: Requests,
  method: Method,
  seed: number,
): MrcCell[] {
  const smallest = method.kind === 'count' ? 1 : smallestEstimated(universe, method.keysOf(universe));
  const { unit, capacities } = resolveSizes(sizes, { keys: universe, bytes }, smallest);
  for (const policy of policies) if (!findBound(policy)) resolveEviction(policy, unit === 'bytes', '--policies');
  if (admission !== undefined) resolveAdmission(admission, unit === 'bytes', '--admission');
  if (method.kind === 'shards' && unit === 'bytes')
    throw new InputError('--sizes', 'shards estimates sizes in entries only; --method mini takes bytes');
  const guard = admission === undefined ? {} : { admission };
  return policies.flatMap(policy => capacities.map(capacity => ({ policy, ...guard, capacity, unit, seed })));
}

/** Records to be replayed for a point, about: a sample goes twice, as a whole and in groups. */
function operationsOf({ operations, universe }: Requests, method: Method): number {
  return method.kind === 'count' ? operations : (2 * operations * method.keysOf(universe)) / universe;
}

/** Each row's speed, and that of all rows one after the other. */
function speeds(results: readonly CurvePoint[]) {
  const rows = results.map(({ row: { policy, capacity }, requestsPerSecond }) => ({
    policy,
    capacity,
    requestsPerSecond,
  }));
  const seconds = rows.reduce((sum, each) => sum + 1 / each.requestsPerSecond, 0);
  return { requestsPerSecond: rows.length / seconds, rows };
}
