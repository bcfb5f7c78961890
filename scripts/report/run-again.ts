import type { SimDocument } from '../../engine/documents/sim.ts';
import type { ReplayedRun } from '../../reports/laboratory/written/carry.ts';
import { drawsFromSamples, runOf } from '../../reports/laboratory/written/run-of.ts';
import { replayedSettings } from '../sim/axes.ts';
import { loadWorkload } from '../workload.ts';

/** Why a document alone does not say what its page can replay; null where it does. */
export function missingForReplay({ workload, plugins, configuration }: SimDocument): string | null {
  if (workload.spec.startsWith('trace:')) return 'the requests of a trace are not in its document';
  if (plugins) return 'policies in files of your own are not in the document';
  if (drawsFromSamples(configuration)) return 'samples of latencies are not in the document';
  return null;
}

/** What a simulation replayed, made again from its document, for the page to try other caches on; null where that cannot be. */
export async function replayedRun(document: SimDocument): Promise<ReplayedRun | null> {
  if (missingForReplay(document) !== null) return null;
  return runOf(document) ?? loadAgain(document);
}

/** Of a workload that takes too long to make for a page to do it. */
async function loadAgain({ workload: summary, configuration, seed, warmup }: SimDocument): Promise<ReplayedRun> {
  const settings = { workload: summary.spec, requests: String(summary.requests) };
  const workload = await loadWorkload(settings, seed);
  return {
    requests: workload.requests,
    gets: workload.requests.gets,
    configuration,
    defaults: workload.defaults,
    spec: summary.spec,
    seed,
    warmup,
    replayed: replayedSettings(settings, workload, { seed, warmup }),
    foreign: { plugins: [], samples: [] },
    paths: {},
  };
}
