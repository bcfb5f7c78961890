import type { CompareDocument } from '../../engine/documents/compare.ts';
import type { ExperimentCell, ExperimentDocument } from '../../engine/documents/experiment.ts';
import { compare } from '../../engine/experiments/comparison/compare.ts';
import { joined, metricsIn, type Observation } from '../../engine/experiments/comparison/observation.ts';
import type { Variant } from '../compare/named-files.ts';
import { seal } from '../results/digest.ts';
import type { ExperimentPlan } from './plan.ts';

/** What the cells say of the variants under each condition. @param seed of the resamples */
export function evaluate(
  { conditions, worlds, cells: planned }: ExperimentPlan,
  cells: readonly ExperimentCell[],
  variants: readonly Variant[],
  seed: number,
): Pick<ExperimentDocument, 'variants' | 'differences'> {
  return compare(
    conditions.map((condition, c) => ({
      workload: { ...condition, spec: condition.name },
      variants: variants.map(({ name, options }) => {
        const places = [...planned.keys()].filter(i => planned[i]!.condition === c && planned[i]!.variant === name);
        const { world, number } = planned[places[0]!]!;
        return {
          name,
          options,
          config: worlds[world]!.configurations[number]!,
          observation: joined(places.map(i => observationOf(cells[i]!))),
        };
      }),
    })),
    seed,
  );
}

function observationOf(cell: ExperimentCell): Observation {
  return cell.blocks ?? Object.fromEntries(metricsIn([cell]).map(metric => [metric, [cell[metric]!]]));
}

/** The experiment as a comparison, each condition in place of a workload: what the page is drawn from. */
export function comparisonOf({ conditions, variants, differences, ...document }: ExperimentDocument): CompareDocument {
  const { seed, workload, plugins, timing } = document;
  return seal(
    {
      schema: 'tierlab/compare@1',
      seed,
      workload,
      ...(plugins && { plugins }),
      workloads: conditions.map(({ name, size: _, ...condition }) => ({ ...condition, spec: name })),
      variants,
      differences,
    },
    timing,
  );
}
