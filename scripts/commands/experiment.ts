import { basename, join } from 'node:path';
import type { ExperimentDocument } from '../../engine/documents/experiment.ts';
import { summarizeExperiment } from '../../reports/terminal/experiment.ts';
import { InputError } from '../../spec/input-error.ts';
import { loadNamedFiles } from '../compare/named-files.ts';
import { namedVariants } from '../compare/variants.ts';
import { namedWorkloads } from '../compare/worlds.ts';
import { comparisonOf, evaluate } from '../experiment/evaluate.ts';
import { besideFile, readExperimentFile } from '../experiment/experiment-file.ts';
import { type ExperimentWorkload, planExperiment } from '../experiment/plan.ts';
import { runCells } from '../experiment/run-cells.ts';
import { countSetting, locate, type PlacedSettings, type Settings } from '../options/settings.ts';
import { options } from '../options/table.ts';
import { deliver } from '../results/deliver.ts';
import { hashOf, seal } from '../results/digest.ts';
import { loadWorkload } from '../workload.ts';
import type { Invocation } from './invocation.ts';

/** Workloads × variants × sizes × seeds, as a file says. @throws InputError before anything runs */
export async function run({
  settings,
  commandLine = {},
  plugins = [],
  argument: file,
  command,
}: Invocation): Promise<void> {
  const start = performance.now();
  if (file === undefined)
    throw new InputError(
      'experiment',
      'no FILE given, expected one in YAML or JSON with workloads, variants and options',
    );
  const inFile = readExperimentFile(file);
  const seed = countSetting(settings, 'seed', 0, 1);
  const { variants, plugins: more } = await loadNamedFiles(await namedVariants(settings, inFile.variants));
  const named = [...plugins, ...more];
  const workloads = await loadAll(file, inFile.workloads, { settings, commandLine, seed });
  const plan = planExperiment(workloads, variants, seed);
  const { worlds, conditions, cells: planned } = plan;
  const resolved = { conditions, cells: planned, configurations: worlds.map(each => each.configurations), seed, named };
  const directory = settings.out ?? defaultDirectory(file, resolved);
  const { cells, reused, requestsPerSecond } = await runCells(plan, join(directory, 'results.jsonl'), {
    settings,
    plugins: named,
  });
  const document: ExperimentDocument = seal(
    {
      schema: 'tierlab/experiment@1',
      seed,
      workload: workloads[0]!.loaded.summary,
      ...(named.length > 0 && { plugins: named }),
      conditions,
      cells,
      ...evaluate(plan, cells, variants, seed),
    } as const,
    {
      wallMs: performance.now() - start,
      requestsPerSecond,
      command,
      title: basename(file),
      titles: plan.titles,
      cellsReused: reused,
    },
  );
  await deliver(document, directory, settings, {
    page: async each => (await import('../experiment/page.ts')).renderExperimentReport(each),
    summary: (each, how) => summarizeExperiment(each, comparisonOf(each), how),
  });
}

/** `results/experiment-<file>-<hash8>`. */
function defaultDirectory(file: string, resolved: object): string {
  const name = basename(file)
    .replace(/\.\w+$/, '')
    .replace(/[^\w-]+/g, '-');
  return `results/experiment-${name}-${hashOf(resolved).slice(0, 8)}`;
}

/** Makes or reads every workload. @throws InputError where it stands, also for one that is named twice */
async function loadAll(
  file: string,
  inFile: readonly PlacedSettings[],
  { settings, commandLine, seed }: { settings: Settings; commandLine: Settings; seed: number },
): Promise<ExperimentWorkload[]> {
  const text = settings.workload ?? (inFile.length > 0 ? undefined : options.workload.default);
  const own: readonly PlacedSettings[] =
    text === undefined ? inFile : namedWorkloads(text).map(workload => ({ settings: { workload }, places: new Map() }));
  const list: ExperimentWorkload[] = [];
  for (const { settings: its, places } of own) {
    const workload = commandLine.workload === undefined ? besideFile(its.workload!, file) : its.workload!;
    // What is said beside the file holds for all.
    const merged = { ...settings, ...its, ...commandLine, workload };
    try {
      const loaded = await loadWorkload(merged, seed);
      if (list.some(each => each.loaded.summary.spec === loaded.summary.spec))
        throw new InputError('--workload', `${loaded.title} is there twice`);
      list.push({ settings: merged, places, loaded });
    } catch (error) {
      throw error instanceof InputError ? locate(error, places) : error;
    }
  }
  return list;
}
