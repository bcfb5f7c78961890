import { factsOf, resolveConfiguration } from '../../engine/configuration/resolve.ts';
import type { Options } from '../../engine/configuration/types.ts';
import type { ExplainDocument } from '../../engine/documents/explain.ts';
import { explain, MOST_RESIDENTS } from '../../engine/explanation/explain.ts';
import { summarizeExplain } from '../../reports/terminal/explain.ts';
import { InputError } from '../../spec/input-error.ts';
import { originalName } from '../../workloads/original-name.ts';
import { countSetting, type Settings } from '../options/settings.ts';
import { deliver } from '../results/deliver.ts';
import { seal } from '../results/digest.ts';
import { defaultDirectory } from '../results/directory.ts';
import { axesOf } from '../sim/axes.ts';
import { loadWorkload } from '../workload.ts';
import type { Invocation } from './invocation.ts';

/** Few enough to be followed: of a workload, and of keys, where nobody says anything. */
const WORKLOAD = 'zipf:keys=30';
const REQUESTS = '40';
const SIZE = 8;

/** A few requests through a small cache, shown after each. @throws InputError before anything runs */
export async function run({ settings, plugins, command }: Invocation): Promise<void> {
  const start = performance.now();
  const seed = countSetting(settings, 'seed', 0, 1);
  const asked = { ...settings, workload: settings.workload ?? WORKLOAD, requests: settings.requests ?? REQUESTS };
  const cache = cacheOf(settings);
  const workload = await loadWorkload(asked, seed, true);
  const { requests, summary, defaults, originals } = workload;
  const configuration = resolveConfiguration(cache, { ...factsOf(requests), defaults });
  const replayStart = performance.now();
  const explanation = explain({ requests, configuration, seed });
  const replayMs = performance.now() - replayStart;
  const body = {
    schema: 'tierlab/explain@1',
    seed,
    workload: summary,
    ...(plugins && { plugins }),
    configuration,
    keys: Array.from({ length: requests.universe }, (_, id) => originalName(originals?.keys ?? null, id)),
    ...explanation,
  } as const;
  const document: ExplainDocument = seal(body, {
    wallMs: performance.now() - start,
    requestsPerSecond: (1e3 * summary.operations) / replayMs,
    ...workload.timing,
    command,
    title: workload.title,
  });
  await deliver(
    document,
    settings.out ?? defaultDirectory('explain', workload, { configuration, seed, plugins }),
    settings,
    {
      page: async each => (await import('../../reports/page/explain.ts')).renderExplainPage(each),
      summary: summarizeExplain,
    },
  );
}

/** What the user asks of the cache: one level where no levels are named, in which fetches take no time. */
function cacheOf(settings: Settings): Options {
  const axes = axesOf(settings);
  const several = settings.levels !== undefined || settings.preset !== undefined;
  if (several && settings.size === undefined) return axes;
  if (several)
    throw new InputError('--size', 'is for a cache of one level; --levels and --preset say how large theirs are');
  const size = countSetting(settings, 'size', 1, SIZE);
  if (size > MOST_RESIDENTS)
    throw new InputError('--size', `found ${size}, expected at most ${MOST_RESIDENTS} entries: each is shown`);
  return { inflight: 'off', ...axes, preset: 'exclusive-lru', levels: `cache=${size}/-` };
}
