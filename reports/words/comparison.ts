import type {
  CompareDocument,
  ComparedWorkload,
  DifferenceResult,
  Metric,
  VariantResult,
} from '../../engine/documents/compare.ts';
import { METRICS, moreIsBetter } from '../../engine/documents/compare.ts';
import type { Precision } from './metric-words.ts';

/** What a comparison found on one workload, ready to be told. */
export interface Comparison {
  readonly workload: ComparedWorkload;
  /** A name for people. */
  readonly title: string;
  readonly variants: readonly VariantResult[];
  readonly differences: readonly DifferenceResult[];
  /** Those in which the variants are not all exactly the same. */
  readonly metrics: readonly Metric[];
  readonly precision: Precision;
}

/** Workload by workload. */
export function comparisonsOf(document: CompareDocument): Comparison[] {
  return document.workloads.map((workload, w): Comparison => {
    const variants = document.variants.filter(each => each.workload === workload.spec);
    const requests = workload.samples === 'seeds' ? workload.counted * workload.count : workload.counted;
    return {
      workload,
      title: titlesOf(document)[w]!,
      variants,
      differences: document.differences.filter(each => each.workload === workload.spec),
      metrics: METRICS.filter(metric => {
        const first = variants[0]?.metrics[metric];
        return variants.some(each => each.metrics[metric]?.values.some((value, i) => value !== first?.values[i]));
      }),
      precision: { requests, unit: variants[0]!.config.unit },
    };
  });
}

/** By workload, a name for people; traces that are called the same are numbered. */
export function titlesOf({ workloads, timing }: CompareDocument): string[] {
  const titles = workloads.map((workload, w) => timing.titles[w] ?? workload.spec);
  return titles.map((title, w) => {
    const before = titles.slice(0, w).filter(each => each === title).length;
    return before === 0 ? title : `${title} (${before + 1})`;
  });
}

/** The variant with the best mean, and those that are not really worse than it, the best mean first. */
export function leadersOf(comparison: Comparison, metric: Metric): VariantResult[] {
  const sign = moreIsBetter(metric) ? -1 : 1;
  const [best, ...others] = [...comparison.variants].sort(
    (a, b) => sign * (a.metrics[metric]!.mean - b.metrics[metric]!.mean),
  );
  return [best!, ...others.filter(each => !beats(comparison, best!, each, metric))];
}

/** Where two variants were not compared, one beats the other if their intervals lie apart. */
function beats({ differences }: Comparison, one: VariantResult, other: VariantResult, metric: Metric): boolean {
  const found = differences.find(
    each =>
      each.metric === metric &&
      ((each.a === one.name && each.b === other.name) || (each.a === other.name && each.b === one.name)),
  );
  if (found) return found.verdict !== 'no real difference';
  const [a, b] = [one.metrics[metric]!, other.metrics[metric]!];
  return a.high < b.low || b.high < a.low;
}
