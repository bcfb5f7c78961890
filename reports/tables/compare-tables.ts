import type { CompareDocument, Metric } from '../../engine/documents/compare.ts';
import { METRICS } from '../../engine/documents/compare.ts';
import { titlesOf } from '../words/comparison.ts';
import { METRIC_NAMES } from '../words/metric-words.ts';
import type { Format, Table } from './table.ts';

const FORMATS: { readonly [Name in Metric]: Format } = {
  hitRatio: 'ratio',
  byteHitRatio: 'ratio',
  latencyMeanMs: 'milliseconds',
  latencyP99Ms: 'milliseconds',
  originFetches: 'count',
  moved: 'count',
  staleHits: 'count',
  memory: 'capacity',
};

/** The means with their intervals, the differences, and the single runs behind them. */
export function compareTables(document: CompareDocument): Table[] {
  const titles = titlesOf(document);
  const title = (spec: string) => titles[document.workloads.findIndex(each => each.spec === spec)]!;
  const { variants, differences } = document;
  const metrics = METRICS.filter(metric => variants.some(each => each.metrics[metric]));
  const text = 'text' as const;
  const number = 'number' as const;
  return [
    {
      id: 'variants',
      title: 'Means with 95 % intervals',
      columns: [
        { name: 'workload', format: text },
        { name: 'variant', format: text },
        ...metrics.flatMap(metric => {
          const format = FORMATS[metric];
          const name = METRIC_NAMES[metric];
          return metric === 'memory'
            ? [{ name, format }]
            : [
                { name, format },
                { name: `${name} low`, format },
                { name: `${name} high`, format },
              ];
        }),
      ],
      rows: variants.map(variant => [
        title(variant.workload),
        variant.name,
        ...metrics.flatMap(metric => {
          const found = variant.metrics[metric];
          const values = [found?.mean ?? null, found?.low ?? null, found?.high ?? null];
          return metric === 'memory' ? values.slice(0, 1) : values;
        }),
      ]),
    },
    {
      id: 'differences',
      title: 'Paired differences, b less a',
      columns: [
        ...['workload', 'a', 'b', 'metric'].map(name => ({ name, format: text })),
        ...['mean', 'low', 'high', 'p'].map(name => ({ name, format: number })),
        { name: 'verdict', format: text },
      ],
      rows: differences.map(each => [
        title(each.workload),
        each.a,
        each.b,
        METRIC_NAMES[each.metric],
        each.mean,
        each.low,
        each.high,
        each.p,
        each.verdict,
      ]),
    },
    {
      id: 'runs',
      title: 'Every seed or block',
      columns: [
        { name: 'workload', format: text },
        { name: 'variant', format: text },
        { name: 'run', format: 'count' },
        ...metrics.map(metric => ({ name: METRIC_NAMES[metric], format: FORMATS[metric] })),
      ],
      rows: variants.flatMap(variant =>
        (variant.metrics.hitRatio?.values ?? []).map((_, run) => [
          title(variant.workload),
          variant.name,
          run + 1,
          ...metrics.map(metric => variant.metrics[metric]?.values[run] ?? null),
        ]),
      ),
    },
  ];
}
