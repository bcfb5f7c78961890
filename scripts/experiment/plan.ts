import { scaledTo } from '../../engine/configuration/scaled.ts';
import type { Configuration } from '../../engine/configuration/types.ts';
import { absoluteCapacity } from '../../engine/configuration/unit.ts';
import type { Condition } from '../../engine/documents/experiment.ts';
import type { ObservedWorld } from '../../engine/runners/observations.ts';
import { InputError } from '../../spec/input-error.ts';
import { parseCapacity } from '../../spec/quantity.ts';
import type { Variant } from '../compare/named-files.ts';
import { type Plan, planOf } from '../compare/plan.ts';
import { configurationsOf } from '../compare/worlds.ts';
import { sizesIn } from '../options/lists.ts';
import { located, type PlacedSettings, type Settings } from '../options/settings.ts';
import type { LoadedWorkload } from '../workload.ts';

/** Replications of a synthetic workload. */
const USUAL_SEEDS = 10;

/** A workload as the experiment has it, with the settings that hold for it. */
export interface ExperimentWorkload {
  readonly settings: Settings;
  /** Where those of its own stand. */
  readonly places: PlacedSettings['places'];
  readonly loaded: LoadedWorkload;
}

/** A run that is to be made. */
export interface PlannedCell {
  /** Number of its world. */
  readonly world: number;
  /** Number of its configuration in that world. */
  readonly number: number;
  /** Number of its condition. */
  readonly condition: number;
  readonly variant: string;
  readonly seed: number;
}

/** An experiment, completely resolved. */
export interface ExperimentPlan {
  /** One for each workload; configurations are size by size, variant by variant. */
  readonly worlds: readonly ObservedWorld[];
  readonly conditions: readonly Condition[];
  /** Of the conditions, for people. */
  readonly titles: readonly string[];
  /** In the order of the document. */
  readonly cells: readonly PlannedCell[];
}

/** @throws InputError before anything runs */
export function planExperiment(
  workloads: readonly ExperimentWorkload[],
  variants: readonly Variant[],
  seed: number,
): ExperimentPlan {
  const worlds: ObservedWorld[] = [];
  const conditions: Condition[] = [];
  const titles: string[] = [];
  const cells: PlannedCell[] = [];
  const synthetic = workloads.some(({ loaded }) => loaded.source.kind === 'synthetic');
  for (const [world, each] of workloads.entries()) {
    const { sizes, plan } = located(each.places, () => planOn(each, variants, synthetic));
    const { workload, source, configurations, warmup } = plan;
    worlds.push({ source, configurations, warmup });
    const seeds = workload.samples === 'seeds' ? workload.count : 1;
    for (const [s, size] of sizes.entries()) {
      // The size first: where there is little room, ends of names are cut.
      const ofSize = (text: string) => (size === null ? text : `${size} · ${text}`);
      for (const [v, { name: variant }] of variants.entries())
        for (let i = 0; i < seeds; i++)
          cells.push({ world, number: s * variants.length + v, condition: conditions.length, variant, seed: seed + i });
      conditions.push({ ...workload, name: ofSize(workload.spec), ...(size !== null && { size }) });
      titles.push(ofSize(each.loaded.title));
    }
  }
  return { worlds, conditions, titles, cells };
}

/** @param synthetic whether there are workloads that seeds make a difference for */
function planOn(
  { settings, loaded }: ExperimentWorkload,
  variants: readonly Variant[],
  synthetic: boolean,
): { sizes: (string | null)[]; plan: Plan } {
  const sizes = sizesOf(settings);
  const configurations = sizes.flatMap(size => configurationsAt(size, variants, settings, loaded));
  const { seeds: _, ...withoutSeeds } = settings;
  const its = synthetic && loaded.source.kind === 'recorded' ? withoutSeeds : settings;
  const [plan] = planOf([loaded], its, [configurations], USUAL_SEEDS);
  return { sizes, plan: plan! };
}

/** Sizes as they were written; null for the room that each variant has by itself. */
function sizesOf({ sizes }: Settings): (string | null)[] {
  if (sizes === undefined) return [null];
  const list = sizesIn(sizes);
  for (const [i, size] of list.entries()) {
    parseCapacity(size, '--sizes');
    if (list.indexOf(size) < i) throw new InputError('--sizes', `${size} is there twice`);
  }
  return list;
}

function configurationsAt(
  size: string | null,
  variants: readonly Variant[],
  settings: Settings,
  loaded: LoadedWorkload,
): Configuration[] {
  const own = configurationsOf(variants, settings, loaded);
  if (size === null) return own;
  const { universe: keys, bytes } = loaded.requests;
  const scaled = variants.map((variant, v): Variant => {
    const capacity = parseCapacity(size, '--sizes');
    const unit = capacity.unit === 'percent' ? own[v]!.unit : capacity.unit;
    const room = { capacity: absoluteCapacity(capacity, unit, { keys, bytes }), unit };
    const placed = (error: InputError) => placedAt(error, size, variant);
    try {
      return { ...variant, options: { ...variant.options, ...scaledTo(own[v]!, room) }, placed };
    } catch (error) {
      throw error instanceof InputError ? placed(error) : error;
    }
  });
  return configurationsOf(scaled, settings, loaded);
}

/** What is wrong with levels that came from a size is the size's fault. */
function placedAt(error: InputError, size: string, { name, placed }: Variant): InputError {
  return /^--(levels|quotas|sizes)/.test(error.place)
    ? new InputError('--sizes', `${size} for "${name}": ${error.problem}`)
    : placed(error);
}
