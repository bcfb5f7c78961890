import { factsOf, resolveConfiguration } from '../../engine/configuration/resolve.ts';
import type { Configuration } from '../../engine/configuration/types.ts';
import type { TuneDocument } from '../../engine/documents/tune.ts';
import { type TuneInput, tune } from '../../engine/experiments/tune/tune.ts';
import { hire } from '../../engine/runners/crew.ts';
import { summarizeTune } from '../../reports/terminal/tune.ts';
import { InputError } from '../../spec/input-error.ts';
import { parseDuration } from '../../spec/quantity.ts';
import { interruptible } from '../interruption.ts';
import { jobsFor } from '../jobs.ts';
import { withSamplePaths } from '../latency/sample-files.ts';
import { countSetting, type Settings } from '../options/settings.ts';
import { version } from '../package.ts';
import { withProgress } from '../progress.ts';
import { deliver } from '../results/deliver.ts';
import { hashOf, seal } from '../results/digest.ts';
import { defaultDirectory } from '../results/directory.ts';
import { jsonText } from '../results/json-text.ts';
import { writeFiles } from '../results/write-files.ts';
import { axesOf, commandFor, withTracePath } from '../sim/axes.ts';
import { Journal } from '../tune/journal.ts';
import { laboratoryWith } from '../tune/laboratory.ts';
import { partsOf } from '../tune/parts.ts';
import { problemOf } from '../tune/problem.ts';
import { withKeys } from '../tune/with-keys.ts';
import { loadWorkload } from '../workload.ts';
import type { Invocation } from './invocation.ts';

/** Seeds that a synthetic workload is validated on. */
const SEEDS = 10;

/** Searches a configuration, validates it, and writes it down where the simulator and the library read it. @throws InputError before anything runs */
export async function run({ settings, plugins, command }: Invocation): Promise<void> {
  const start = performance.now();
  const seed = countSetting(settings, 'seed', 0, 1);
  const seeds = countSetting(settings, 'seeds', 2, SEEDS);
  const limit = settings.time === undefined ? null : parseDuration(settings.time, '--time');
  // Some predictors reckon with keys: where prediction is searched, the keys of a recording must be known.
  const workload = withKeys(await loadWorkload(settings, seed, settings.prediction === undefined));
  const facts = { ...factsOf(workload.requests), defaults: workload.defaults };
  const base = baseOf(settings, resolveConfiguration(axesOf(settings), facts));
  const parts = partsOf(workload, { seed, seeds });
  const problem = problemOf(settings, { base, facts, parts, requests: workload.requests });
  const input: TuneInput = {
    ...problem,
    seed,
    workload: workload.summary,
    unseen: parts.unseen,
    commandFor: options => commandFor(settings, workload, { seed, seeds: 1, warmup: 0 }, options),
  };
  const { world, space, looks, evaluations, objective } = problem;
  const { facts: _, ...searched } = world;
  const identity = { seed, unseen: parts.unseen, space, looks, evaluations, objective, world: searched, plugins };
  const directory = settings.out ?? defaultDirectory('tune', workload, identity);
  const measured = hashOf({ version, workload: workload.summary, seed, seen: parts.seen, plugins });
  const journal = new Journal(`${directory}/evaluations.jsonl`, measured, settings.resume === true);
  const operations = evaluations * workload.summary.operations;
  const jobs = jobsFor(settings, operations);
  const replays = evaluations + 4 * parts.unseen.length;
  const shared = { source: workload.source, requests: workload.requests, seen: parts.seen, seed };
  const { found, requestsPerSecond } = await withProgress(settings, show =>
    interruptible(jobs, async signal => {
      const crew = await hire('cells', shared, { jobs, ...(signal && { signal }) });
      let done = 0;
      const onCell = () => show('replaying', Math.min(++done, replays), replays);
      const deadline = limit === null ? null : start + 1e3 * limit;
      try {
        const laboratory = laboratoryWith({ crew, journal, deadline, onCell });
        const found = await tune(input, laboratory);
        return { found, requestsPerSecond: laboratory.requestsPerSecond() };
      } finally {
        await crew.dismiss();
        journal.close();
      }
    }),
  );
  const document: TuneDocument = seal(
    { ...found, ...(plugins && { plugins }) },
    {
      wallMs: performance.now() - start,
      requestsPerSecond,
      ...workload.timing,
      command,
      title: workload.title,
      evaluationsReused: journal.found,
    },
  );
  writeFiles(directory, { 'config.json': `${jsonText(document.config)}\n` });
  await deliver(document, directory, settings, {
    page: async each => (await import('../../reports/page/tune.ts')).renderTuneReport(each),
    summary: (each, options) =>
      withSamplePaths(
        withTracePath(summarizeTune(each, { ...options, configPath: `${directory}/config.json` }), settings),
      ),
  });
}

/** The cache that the budget and the speeds come from. @throws InputError for more levels than the search divides */
function baseOf({ levels }: Settings, base: Configuration): Configuration {
  if (base.levels.length <= 3) return base;
  throw new InputError('--levels', `found ${base.levels.length} levels (${levels}), expected 1 to 3`);
}
