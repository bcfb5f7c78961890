import { resolveMethod } from '../../engine/curves/methods.ts';
import { shapesOf } from '../../engine/curves/shape.ts';
import type { MrcDocument } from '../../engine/documents/mrc.ts';
import { type CurvePoint, runCurves } from '../../engine/runners/run-curves.ts';
import { summarizeMrc } from '../../reports/terminal/mrc.ts';
import { interruptible } from '../interruption.ts';
import { jobsFor } from '../jobs.ts';
import { type CurvePart, curveParts, operationsOf } from '../mrc/cells.ts';
import { checkKind } from '../mrc/kind.ts';
import { policiesOf } from '../mrc/policies.ts';
import { countSetting } from '../options/settings.ts';
import { options } from '../options/table.ts';
import { withProgress } from '../progress.ts';
import { deliver } from '../results/deliver.ts';
import { seal } from '../results/digest.ts';
import { defaultDirectory } from '../results/directory.ts';
import { loadWorkload } from '../workload.ts';
import type { Invocation } from './invocation.ts';

/** Policies × sizes, counted or estimated; or levels × sizes of a hierarchy. @throws InputError before anything runs */
export async function run(invocation: Invocation): Promise<void> {
  checkKind(invocation.settings);
  if (invocation.settings.perLevel) await (await import('../mrc/per-level.ts')).runPerLevel(invocation);
  else await runCaches(invocation);
}

/** Curves of single caches. */
async function runCaches({ settings, plugins, command }: Invocation): Promise<void> {
  const start = performance.now();
  const seed = countSetting(settings, 'seed', 0, 1);
  const method = resolveMethod(settings.method ?? options.method.default, '--method');
  const policies = policiesOf(settings, method);
  const workload = await loadWorkload(settings, seed);
  const parts = await curveParts(policies, settings, workload.requests, method, seed);
  const jobs = jobsFor(
    settings,
    parts.reduce((sum, part) => sum + operationsOf(part, method), 0),
  );
  const measured = await withProgress(settings, show =>
    interruptible(jobs, async signal => {
      const points: CurvePoint[][] = [];
      for (const { requests, cells } of parts) {
        const onProgress = (done: number, total: number) =>
          show('replaying', points.length + done / total, parts.length);
        points.push(await runCurves(requests, cells, method, { jobs, ...(signal && { signal }), onProgress }));
      }
      return points;
    }),
  );
  for (const { type, requests } of parts) if (type !== undefined) requests.batches.close?.();
  const curves = measured.map((points, p) => ofPart(parts[p]!, points));
  const body = {
    schema: 'tierlab/mrc@1',
    seed,
    workload: workload.summary,
    ...(plugins && { plugins }),
    rows: curves.flatMap(each => each.rows),
    shapes: curves.flatMap(each => each.shapes),
  } as const;
  const document: MrcDocument = seal(body, {
    wallMs: performance.now() - start,
    ...speeds(curves.flatMap(each => each.speeds)),
    ...workload.timing,
    command,
    title: workload.title,
  });
  const identity = {
    cells: parts.flatMap(each => each.cells),
    plugins,
    ...(method.kind === 'count' ? {} : { method: method.spec }),
    ...(settings.perType && { types: parts.map(({ type, cells }) => [type, cells.length]) }),
  };
  await deliver(document, settings.out ?? defaultDirectory('mrc', workload, identity), settings, {
    page: async each => (await import('../../reports/page/mrc.ts')).renderMrcReport(each),
    summary: summarizeMrc,
  });
}

/** The rows of a part, with its data type where it is one's alone. */
function ofPart({ type }: CurvePart, points: readonly CurvePoint[]) {
  const typed = type === undefined ? {} : { type };
  const rows = points.map(({ row }) => ({ ...typed, ...row }));
  return {
    rows,
    shapes: shapesOf(rows).map(shape => ({ ...typed, ...shape })),
    speeds: points.map(({ row: { policy, capacity }, requestsPerSecond }) => ({
      ...typed,
      policy,
      capacity,
      requestsPerSecond,
    })),
  };
}

/** Each row's speed, and that of all rows one after the other. */
function speeds<Row extends { readonly requestsPerSecond: number }>(rows: readonly Row[]) {
  const seconds = rows.reduce((sum, each) => sum + 1 / each.requestsPerSecond, 0);
  return { requestsPerSecond: rows.length / seconds, rows };
}
