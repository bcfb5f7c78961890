// The counters of a cache in the text format of Prometheus (https://prometheus.io/docs/instrumenting/exposition_formats/).
import type { ComprehensiveStats, StoreStats } from 'tierlab';

type Sample = readonly [labels: string, value: number];

export function prometheusText(stats: ComprehensiveStats, removals: Readonly<Record<string, number>>): string {
  const { hits, misses, staleAnswers, loads } = stats;
  const stores = [...levelsOf(stats), ...Object.values(stats.partitions)];
  const byStore = (value: (store: StoreStats) => number) =>
    stores.map((store): Sample => [`store="${store.name}"`, value(store)]);
  return [
    metric('cache_requests_total', 'counter', 'Requests by what became of them', [
      ['result="hit"', hits],
      ['result="miss"', misses],
      ['result="stale"', staleAnswers],
    ]),
    metric(
      'cache_store_hits_total',
      'counter',
      'Requests that a level or partition answered',
      byStore(each => each.hits),
    ),
    metric(
      'cache_store_misses_total',
      'counter',
      'Lookups that it did not answer',
      byStore(each => each.misses),
    ),
    metric(
      'cache_store_used',
      'gauge',
      'Entries or bytes in it',
      byStore(each => each.used),
    ),
    metric(
      'cache_store_capacity',
      'gauge',
      'Entries or bytes that it has room for',
      byStore(each => each.maxSize),
    ),
    metric(
      'cache_removals_total',
      'counter',
      'Entries that left a level for good, by cause',
      Object.entries(removals).map(([cause, count]): Sample => [`cause="${cause}"`, count]),
    ),
    metric('cache_loads_total', 'counter', 'Loads by how they ended', [
      ['result="completed"', loads.completed],
      ['result="failed"', loads.failed],
    ]),
    metric('cache_load_seconds_total', 'counter', 'Time that they took', [['', loads.totalMs / 1e3]]),
    metric('cache_loads_in_flight', 'gauge', 'Loads under way', [['', loads.inFlight]]),
  ].join('');
}

function levelsOf(stats: ComprehensiveStats): StoreStats[] {
  const levels: StoreStats[] = [];
  for (let number = 1; stats[`l${number}Stats`]; number++) levels.push(stats[`l${number}Stats`]!);
  return levels;
}

function metric(name: string, type: 'counter' | 'gauge', help: string, samples: readonly Sample[]): string {
  const lines = samples.map(([labels, value]) => `${name}${labels === '' ? '' : `{${labels}}`} ${value}\n`);
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`;
}
