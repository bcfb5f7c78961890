import type { Configuration } from '../../configuration/types.ts';
import type { AblateDocument, AblationEnd, AblationStep } from '../../documents/ablate.ts';
import type { ComparedWorkload, Metric } from '../../documents/compare.ts';
import { randomStream } from '../../random.ts';
import { Bootstrap } from '../../statistics/bootstrap.ts';
import type { Observation } from '../comparison/observation.ts';
import { amountOf, unitOf } from './amounts.ts';
import { averageChanges, firstEffect, lastEffect, setsOf, wholeChanges } from './attribution.ts';
import { type Axis, axesBetween, mixed } from './axes.ts';
import { type Orders, ordersOf } from './orders.ts';

/** What is to be replayed to tell what each choice buys. */
export interface AblationPlan {
  readonly axes: readonly Axis[];
  /** By axis, the number of the one that must be changed before it, or -1. */
  readonly after: readonly number[];
  readonly orders: Orders;
  /** Sets of axes that are changed, a bit for each; the first is none, the last all. */
  readonly sets: readonly number[];
  /** What is to be replayed: sets that come to the same have one configuration. */
  readonly configurations: Configuration[];
  /** By set, the number of its configuration. */
  readonly numbers: ReadonlyMap<number, number>;
}

/** @param sampled how many orders to draw where there are too many to try all */
export function planAblation(from: Configuration, to: Configuration, sampled: number, seed: number): AblationPlan {
  const axes = axesBetween(from, to);
  const after = axes.map(axis => axes.findIndex(each => each.name === axis.after));
  const orders = ordersOf(after, sampled, randomStream(seed, 'ablation/orders'));
  const sets = setsOf(orders, after);
  const configurations: Configuration[] = [];
  const numbers = new Map<number, number>();
  const known = new Map<string, number>();
  for (const set of sets) {
    const taken = axes.filter((_, i) => set & (1 << i));
    const configuration = mixed(from, to, taken);
    const text = JSON.stringify(configuration);
    const number = known.get(text) ?? configurations.push(configuration) - 1;
    known.set(text, number);
    numbers.set(set, number);
  }
  return { axes, after, orders, sets, configurations, numbers };
}

type End = Pick<AblationEnd, 'name' | 'options'>;

/**
 * What each choice buys, of what was observed with the plan's configurations, in their order.
 * @param seed of the resamples
 */
export function ablate(
  { axes, after, orders, sets, configurations, numbers }: AblationPlan,
  observations: readonly Observation[],
  {
    workload,
    metric,
    seed,
    from,
    to,
  }: { workload: ComparedWorkload; metric: Metric; seed: number; from: End; to: End },
): Pick<AblateDocument, 'metric' | 'unit' | 'from' | 'to' | 'steps' | 'orders'> {
  const { unit, scale } = unitOf(metric, workload.counted);
  const values = observations.map(each => each[metric]!);
  const amounts = values.map(each => amountOf(each, scale, workload.samples));
  const amountAt = (set: number) => amounts[numbers.get(set)!]!;
  const bootstrap = new Bootstrap(workload.count, seed);
  const end = (which: End, i: number): AblationEnd => ({
    ...which,
    config: configurations[i]!,
    ...bootstrap.mean(values[i]!),
    amount: amounts[i]!,
  });
  const runs = values[0]!.map((_, run) => (set: number) => values[numbers.get(set)!]![run]!);
  // By run, then by axis.
  const changes = runs.map(value => averageChanges(orders, axes.length, value));
  const meanOver = (effect: (value: (set: number) => number) => number) =>
    runs.reduce((sum, value) => sum + effect(value), 0) / runs.length;
  const shares = wholeChanges(orders, axes.length, amountAt);
  const steps = axes.map(
    (axis, i): AblationStep => ({
      axis: axis.name,
      from: axis.from,
      to: axis.to,
      after: axis.after,
      amount: shares[i]!,
      ...bootstrap.mean(changes.map(each => each[i]!)),
      first: meanOver(value => firstEffect(i, after, value)),
      last: meanOver(value => lastEffect(i, after, value)),
    }),
  );
  return {
    metric,
    unit,
    from: end(from, 0),
    to: end(to, numbers.get(sets.at(-1)!)!),
    steps: steps.sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount)),
    orders: { count: orders.count, exact: orders.exact, configurations: configurations.length },
  };
}
