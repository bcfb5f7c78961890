import { existsSync } from 'node:fs';
import { factsOf, resolveConfiguration } from '../../engine/configuration/resolve.ts';
import type { Configuration, Options } from '../../engine/configuration/types.ts';
import { NO_PREDICTION } from '../../engine/prediction/none.ts';
import { InputError } from '../../spec/input-error.ts';
import { specsIn } from '../options/lists.ts';
import type { Settings } from '../options/settings.ts';
import { options as table } from '../options/table.ts';
import { axesOf } from '../sim/axes.ts';
import { type LoadedWorkload, loadWorkload } from '../workload.ts';
import type { Variant } from './named-files.ts';

/** The workloads that a text names: a file, whatever its name looks like, or a list. @throws InputError for a list without any */
export function namedWorkloads(text: string): string[] {
  return existsSync(text) ? [text] : specsIn(text, 'workload');
}

/** Makes or reads every workload of the list. @throws InputError, also for one that is named twice */
export async function loadWorkloads(settings: Settings, seed: number): Promise<LoadedWorkload[]> {
  const loaded: LoadedWorkload[] = [];
  for (const workload of namedWorkloads(settings.workload ?? table.workload.default))
    loaded.push(await loadWorkload({ ...settings, workload }, seed));
  for (const [i, { summary, title }] of loaded.entries())
    if (loaded.findIndex(each => each.summary.spec === summary.spec) < i)
      throw new InputError('--workload', `${title} is there twice`);
  return loaded;
}

/**
 * What the variants are on a workload. All meet the same world: whether fetches take time is decided for all of them, as the first one
 * has it, or by need: where anybody fetches ahead or waits for a server, they do.
 * @throws InputError naming the variant's option
 */
export function configurationsOf(
  variants: readonly Variant[],
  settings: Settings,
  { requests, defaults }: LoadedWorkload,
): Configuration[] {
  const common = axesOf(settings);
  const resolve = ({ options, placed }: Variant, world: Options): Configuration => {
    try {
      return resolveConfiguration({ ...common, ...world, ...options }, { ...factsOf(requests), defaults });
    } catch (error) {
      throw error instanceof InputError ? placed(error) : error;
    }
  };
  const alone = variants.map(variant => resolve(variant, {}));
  const other = alone.findIndex(each => each.unit !== alone[0]!.unit);
  if (other > 0)
    throw new InputError(
      '',
      `"${variants[other]!.name}" counts its capacity in ${alone[other]!.unit}, and "${variants[0]!.name}" in ${alone[0]!.unit}`,
    );
  if (common.inflight !== undefined) return alone;
  const needed = alone.some(each => each.prediction !== NO_PREDICTION || each.originConcurrency !== null);
  const inflight = needed && alone[0]!.inflight === 'off' ? 'coalesce' : alone[0]!.inflight;
  return variants.map(variant => resolve(variant, { inflight }));
}
