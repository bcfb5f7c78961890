import type { ExperimentCell } from '../../engine/documents/experiment.ts';
import type { PluginSummary } from '../../engine/documents/head.ts';
import { hire } from '../../engine/runners/crew.ts';
import { Interrupted } from '../commands/invocation.ts';
import { interruptible } from '../interruption.ts';
import { jobsFor } from '../jobs.ts';
import type { Settings } from '../options/settings.ts';
import { version } from '../package.ts';
import { withProgress } from '../progress.ts';
import { hashOf } from '../results/digest.ts';
import { JsonLines } from '../results/json-lines.ts';
import type { ExperimentPlan, PlannedCell } from './plan.ts';

/** A line of results.jsonl. */
interface CellLine extends ExperimentCell {
  /** Of all that decides the cell, this program's version included. */
  readonly key: string;
  /** Wall-clock time of the loop alone. */
  readonly replayMs: number;
}

/** What was measured, and how. */
export interface MeasuredCells {
  /** In the order of the plan. */
  readonly cells: readonly ExperimentCell[];
  /** Cells that an earlier run had left. */
  readonly reused: number;
  readonly requestsPerSecond: number;
}

/**
 * Measures every cell that the file does not know, on as many threads as asked for, each written down as soon as it is known.
 * @param file results.jsonl
 * @throws Interrupted
 */
export async function runCells(
  plan: ExperimentPlan,
  file: string,
  { settings, plugins }: { settings: Settings; plugins: readonly PluginSummary[] },
): Promise<MeasuredCells> {
  const keys = plan.cells.map(cell => keyOf(plan, cell, plugins));
  const wanted = new Set(keys);
  const lines = new JsonLines<CellLine>(file, { resume: settings.resume === true, keep: ({ key }) => wanted.has(key) });
  const known = new Map(lines.found.map(line => [line.key, line]));
  const reused = known.size;
  const { worlds, conditions, cells } = plan;
  // Seed by seed, so that a thread that has drawn a workload's requests replays many configurations on them.
  const open = cells
    .map((cell, i) => ({ ...cell, key: keys[i]! }))
    .filter(({ key }) => !known.has(key))
    .sort((a, b) => a.world - b.world || a.seed - b.seed);
  const operations = open.reduce((sum, { condition }) => sum + conditions[condition]!.operations, 0);
  const jobs = jobsFor(settings, operations);
  try {
    await withProgress(settings, show =>
      interruptible(jobs, async signal => {
        const crew = await hire('observations', worlds, {
          jobs: Math.min(jobs, open.length),
          ...(signal && { signal }),
        });
        try {
          const tasks = open.map(({ world, seed, number }) => ({ world, seed, configurations: [number] }));
          await crew.perform(tasks, ([observed], i) => {
            const { key, condition, variant, seed } = open[i]!;
            const { spec, size, samples } = conditions[condition]!;
            const line: CellLine = {
              key,
              workload: spec,
              ...(size !== undefined && { size }),
              variant,
              seed,
              ...observed!.whole,
              ...(samples === 'blocks' && { blocks: observed!.observation }),
              replayMs: observed!.replayMs,
            };
            lines.append(line);
            known.set(key, line);
            show('replaying', known.size, cells.length);
          });
        } finally {
          await crew.dismiss();
        }
      }),
    );
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    throw new Interrupted(`interrupted with ${known.size} of ${cells.length} cells done; --resume goes on with them`);
  } finally {
    lines.close();
  }
  const measured = keys.map(key => known.get(key)!);
  const replayMs = measured.reduce((sum, each) => sum + each.replayMs, 0);
  const all = cells.reduce((sum, { condition }) => sum + conditions[condition]!.requests, 0);
  return { cells: measured.map(bare), reused, requestsPerSecond: (1e3 * all) / replayMs };
}

/** The cell without what is only for the file. */
function bare({ key: _, replayMs: __, ...cell }: CellLine): ExperimentCell {
  return cell;
}

function keyOf(plan: ExperimentPlan, cell: PlannedCell, plugins: readonly PluginSummary[]): string {
  const { configurations, warmup } = plan.worlds[cell.world]!;
  const { variant, seed } = cell;
  const condition = plan.conditions[cell.condition];
  return hashOf({
    version,
    condition,
    variant,
    seed,
    warmup,
    configuration: configurations[cell.number],
    plugins,
  }).slice(0, 32);
}
