/** `mrc --per-level`: how hit ratio and latency of a hierarchy depend on the size of each level. */
import { factsOf, resolveConfiguration } from '../../engine/configuration/resolve.ts';
import type { MrcPerLevelDocument } from '../../engine/documents/mrc-per-level.ts';
import { distinctSizes, levelSizes, roomsOf, rowsOf } from '../../engine/experiments/level-sizes.ts';
import { runAll } from '../../engine/runners/run-all.ts';
import { summarizeMrcPerLevel } from '../../reports/terminal/mrc-per-level.ts';
import type { Invocation } from '../commands/invocation.ts';
import { interruptible } from '../interruption.ts';
import { jobsFor } from '../jobs.ts';
import { countSetting } from '../options/settings.ts';
import { withProgress } from '../progress.ts';
import { deliver } from '../results/deliver.ts';
import { seal } from '../results/digest.ts';
import { defaultDirectory } from '../results/directory.ts';
import { axesOf } from '../sim/axes.ts';
import { loadWorkload } from '../workload.ts';
import { roomOf, sizesOf } from './room.ts';

/** Levels × sizes, each a run of the whole hierarchy. @throws InputError before anything runs */
export async function runPerLevel({ settings, plugins, command }: Invocation): Promise<void> {
  const start = performance.now();
  const seed = countSetting(settings, 'seed', 0, 1);
  const workload = await loadWorkload(settings, seed);
  const { requests, summary, defaults } = workload;
  const configuration = resolveConfiguration(axesOf(settings), { ...factsOf(requests), defaults });
  const room = roomOf(settings.more, configuration);
  const sizes = levelSizes(configuration, room, sizesOf(settings.sizes, configuration, requests));
  const tasks = distinctSizes(configuration, sizes);
  const jobs = jobsFor(settings, tasks.length * summary.operations);
  const shared = { requests, configuration, seed };
  const measured = await withProgress(settings, show =>
    interruptible(jobs, signal =>
      runAll('levelSizes', shared, tasks, {
        jobs,
        ...(signal && { signal }),
        onProgress: done => show('replaying', done, tasks.length),
      }),
    ),
  );
  const rows = rowsOf(
    configuration,
    sizes,
    measured.map(each => each.measures),
  );
  const replayMs = measured.reduce((sum, each) => sum + each.replayMs, 0);
  const body = {
    schema: 'tierlab/mrc-per-level@1',
    seed,
    workload: summary,
    ...(plugins && { plugins }),
    configuration,
    room,
    rows,
    rooms: roomsOf(configuration, room, rows),
  } as const;
  const document: MrcPerLevelDocument = seal(body, {
    wallMs: performance.now() - start,
    requestsPerSecond: (1e3 * tasks.length * summary.operations) / Math.max(replayMs, Number.MIN_VALUE),
    ...workload.timing,
    command,
    title: workload.title,
  });
  const identity = { configuration, sizes, room, seed, plugins };
  await deliver(document, settings.out ?? defaultDirectory('mrc', workload, identity), settings, {
    page: async each => (await import('../../reports/page/mrc-per-level.ts')).renderMrcPerLevelReport(each),
    summary: summarizeMrcPerLevel,
  });
}
