import type { CompareDocument, Metric } from '../../engine/documents/compare.ts';
import { type Comparison, comparisonsOf, leadersOf } from './comparison.ts';
import { capitalized, enumerate } from './enumeration.ts';
import { METRIC_NAMES, sayMetric } from './metric-words.ts';
import { plural } from './numbers.ts';

const MOST_NAMES = 3;

/**
 * The result in a sentence: who has the lowest latency and who the highest hit ratio, or that nobody has.
 * @param place what it is that there are several of
 */
export function compareFinding(document: CompareDocument, place = 'workload'): string {
  const comparisons = comparisonsOf(document);
  const [only] = comparisons;
  if (comparisons.length === 1) return workloadFinding(only!);
  const wins = (['latencyMeanMs', 'hitRatio'] as const).map(metric => across(comparisons, place, metric));
  return wins.every(each => each === null)
    ? `No real difference between ${names(only!.variants)} on any of ${plural(comparisons.length, place)}`
    : sentence(wins.filter(each => each !== null));
}

/** `zipf: mean latency is lowest with arc`: the same of one of several workloads. */
export function findingOn(comparison: Comparison): string {
  const finding = workloadFinding(comparison);
  return `${comparison.title}: ${finding[0]!.toLowerCase()}${finding.slice(1)}`;
}

/** The same of one workload. */
export function workloadFinding(comparison: Comparison): string {
  const found = (['latencyMeanMs', 'hitRatio'] as const).map(metric => bestOf(comparison, metric));
  return found.every(each => each === null)
    ? `No real difference between ${names(comparison.variants)} in hit ratio or mean latency`
    : sentence(found.map((each, i) => each ?? `there is no real difference in ${['mean latency', 'hit ratio'][i]}`));
}

/** `the hit ratio is highest with arc, 57.3 %`; null where nobody is really better than anybody. */
function bestOf(comparison: Comparison, metric: Metric): string | null {
  const leaders = leadersOf(comparison, metric);
  if (leaders.length === comparison.variants.length || leaders.length === 0) return null;
  const value = sayMetric(metric, leaders[0]!.metrics[metric]!.mean, comparison.precision);
  return `${the(metric)} is ${best(metric)} with ${names(leaders)}, ${value}`;
}

/** `mean latency is lowest with arc on 3 of 4 workloads`; null where nobody is really better than anybody, anywhere. */
function across(comparisons: readonly Comparison[], place: string, metric: Metric): string | null {
  const wins = new Map<string, number>();
  for (const comparison of comparisons) {
    const leaders = leadersOf(comparison, metric);
    if (leaders.length < comparison.variants.length)
      for (const { name } of leaders) wins.set(name, (wins.get(name) ?? 0) + 1);
  }
  const most = Math.max(0, ...wins.values());
  if (most === 0) return null;
  const winners = comparisons[0]!.variants.filter(each => wins.get(each.name) === most);
  return `${the(metric)} is ${best(metric)} with ${names(winners)} on ${most} of ${comparisons.length} ${place}s`;
}

function the(metric: Metric): string {
  return metric === 'hitRatio' ? `the ${METRIC_NAMES[metric]}` : METRIC_NAMES[metric];
}

function best(metric: Metric): string {
  return metric === 'hitRatio' ? 'highest' : 'lowest';
}

function sentence(parts: readonly string[]): string {
  return capitalized(parts.join('; '));
}

function names(variants: readonly { readonly name: string }[]): string {
  return enumerate(
    variants.map(each => each.name),
    MOST_NAMES,
  );
}

/** On how many of the workloads a variant other than the first is really faster or hits more. */
export function heatFinding(document: CompareDocument, place = 'workload'): string {
  const comparisons = comparisonsOf(document);
  const [first, ...others] = comparisons[0]!.variants;
  const counts = others.map(({ name }) => {
    const verdicts = comparisons.map(
      each =>
        each.differences.find(found => found.a === first!.name && found.b === name && found.metric === 'latencyMeanMs')!
          .verdict,
    );
    return { name, better: verdicts.filter(each => each === 'better').length, of: verdicts };
  });
  const best = counts.reduce((a, b) => (b.better > a.better ? b : a));
  const places = plural(comparisons.length, place);
  if (best.better === 0) return `No variant is really faster than ${first!.name} on any of ${places}`;
  const worse = best.of.filter(each => each === 'worse').length;
  const slower = worse > 0 ? ` and slower on ${worse}` : ', slower on none';
  return `${best.name} is faster than ${first!.name} on ${best.better} of ${places}${slower}`;
}

/** `the variants differ in mean latency and moves, not in hit ratio`: in what the differences are real. */
export function differingFinding({ metrics, differences }: Comparison): string {
  const real = (metric: Metric) =>
    differences.some(each => each.metric === metric && each.verdict !== 'no real difference');
  const called = (some: readonly Metric[]) => enumerate(some.map(metric => METRIC_NAMES[metric]));
  const [differing, alike] = [metrics.filter(real), metrics.filter(metric => !real(metric))];
  if (differing.length === 0) return 'The variants differ in nothing that was measured';
  return `The variants differ in ${called(differing)}${alike.length > 0 ? `, not in ${called(alike)}` : ''}`;
}

/** How many of the differences are real. */
export function differencesFinding(comparisons: readonly Comparison[]): string {
  const all = comparisons.flatMap(each => each.differences.filter(found => each.metrics.includes(found.metric)));
  const real = all.filter(each => each.verdict !== 'no real difference').length;
  if (real === 0) return 'None of the differences is real';
  return `${real} of ${plural(all.length, 'difference')} ${real === 1 ? 'is' : 'are'} real`;
}
