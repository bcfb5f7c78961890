type PerPreset = Readonly<Record<'flat' | 'tierlab' | 'exclusive-lru' | 'reference', readonly number[]>>;

/** One workload at one size and rate: a value per seed and preset. */
export interface Row {
  readonly name: string;
  readonly sizes: string;
  /** Requests per second. */
  readonly rate: number;
  readonly hitRatio: PerPreset;
  readonly latencyMs: PerPreset;
  readonly staleRatio: PerPreset;
}

/** At this rate no TTL acts on the workloads of the table. */
const FAST = 1_000;

/** What the default design promises, and which of it a row breaks. */
export function evaluate({ name, sizes, rate, hitRatio, latencyMs }: Row): string[] {
  const gains = differences(hitRatio.tierlab, hitRatio.flat);
  const complaints: string[] = [];
  const expect = (holds: boolean, promise: string) =>
    holds || complaints.push(`${name} at ${sizes}, ${rate}/s: ${promise}`);
  expect(mean(gains) >= -0.003, 'at least flat − 0.3 points on average');
  expect(Math.min(...gains) >= -0.005, 'no seed below flat − 0.5 points');
  if (rate !== FAST) return complaints;
  const apart = differences(hitRatio['exclusive-lru'], hitRatio.flat);
  expect(
    apart.every(difference => difference === 0),
    'exclusive-lru equals flat hit for hit',
  );
  expect(
    mean(latencyMs.tierlab) <= 1.05 * mean(latencyMs['exclusive-lru']),
    'mean latency at most 5 % above exclusive-lru',
  );
  expect(name.startsWith('loop') || mean(hitRatio.tierlab) > mean(hitRatio.reference), 'above reference');
  const least = LEAST_GAINS[`${sizes} ${name}`];
  if (least !== undefined) expect(mean(gains) >= least, `at least ${points(least)} points above flat`);
  return complaints;
}

/** Points of hit ratio by which the default must beat the flat LRU. */
const LEAST_GAINS: Readonly<Record<string, number>> = {
  '100 / 500 / 1000 zipf:alpha=0.7': 0.04,
  '100 / 500 / 1000 zipf:alpha=0.9': 0.03,
  '100 / 500 / 1000 zipf:alpha=1.1': 0.015,
  '100 / 500 / 1000 loop:keys=1632': 0.8,
  '100 / 500 / 1000 scan': 0.05,
};

/** The page as Markdown. */
export function guaranteesPage(rows: readonly Row[], seeds: number): string {
  const sections = [...new Set(rows.map(row => `${row.sizes}|${row.rate}`))].map(key => {
    const [sizes, rate] = key.split('|');
    const fitting = rows.filter(row => row.sizes === sizes && row.rate === Number(rate));
    return Number(rate) === FAST ? fastSection(sizes!, fitting) : slowSection(sizes!, Number(rate), fitting);
  });
  return `# What the default design promises, measured

Made by \`npm run guarantees\`: ${seeds} seeds, 100,000 requests each, the same requests for every preset. Hit ratios in
percent, differences in points, means over the seeds; \`worst\` is the worst single seed. The command fails when a promise is broken:

* the mean hit ratio of \`tierlab\` is at least that of \`flat\` (one LRU of the same total capacity) − 0.3 points, no seed is
  below \`flat\` − 0.5, whether TTLs act or not;
* where no TTL acts, \`exclusive-lru\` equals \`flat\` hit for hit, and the mean latency of \`tierlab\` is at most 5 % above that of
  \`exclusive-lru\`;
* at 100 / 500 / 1,000, Zipf gains at least 4, 3 and 1.5 points (alpha 0.7, 0.9, 1.1), a loop of 1.02 × the capacity 80, and
  Zipf interrupted by scans 5;
* \`tierlab\` is above \`reference\` everywhere but on loops, where stale copies may survive in the reference.

${sections.join('\n\n')}
`;
}

function fastSection(sizes: string, rows: readonly Row[]): string {
  const lines = rows.map(({ name, hitRatio, latencyMs }) => {
    const gains = differences(hitRatio.tierlab, hitRatio.flat);
    const latency = mean(latencyMs.tierlab) / mean(latencyMs['exclusive-lru']) - 1;
    return `| ${name} | ${percent(hitRatio.flat)} | ${signed(mean(gains))} | ${signed(Math.min(...gains))} | ${percent(hitRatio.reference)} | ${latency <= 0 ? '−' : '+'}${Math.abs(100 * latency).toFixed(1)} % |`;
  });
  return `## ${sizes} entries, no TTL acts (1,000 requests/s)

| workload | flat | tierlab − flat | worst | reference | mean latency against exclusive-lru |
| --- | --- | --- | --- | --- | --- |
${lines.join('\n')}`;
}

function slowSection(sizes: string, rate: number, rows: readonly Row[]): string {
  const lines = rows.map(({ name, hitRatio, staleRatio }) => {
    const gains = differences(hitRatio.tierlab, hitRatio.flat);
    return `| ${name} | ${percent(hitRatio.flat)} | ${signed(mean(gains))} | ${signed(Math.min(...gains))} | ${percent(hitRatio.reference)} | ${percent(staleRatio.reference)} |`;
  });
  return `## ${sizes} entries, TTLs act (${rate} requests/s: 5,000 s)

Here every level TTL of \`tierlab\` moves entries down (\`cool\`), and all end with the longest TTL, as in \`flat\`. The last column is the
share of requests that the reference answers with data that is superseded or older than its longest TTL: hits it should not have.

| workload | flat | tierlab − flat | worst | reference | of which stale |
| --- | --- | --- | --- | --- | --- |
${lines.join('\n')}`;
}

function differences(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, i) => value - b[i]!);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function percent(ratios: readonly number[]): string {
  return (100 * mean(ratios)).toFixed(2);
}

function points(difference: number): string {
  return (100 * difference).toFixed(1);
}

function signed(difference: number): string {
  const text = Math.abs(100 * difference).toFixed(2);
  return `${difference < 0 && text !== '0.00' ? '−' : '+'}${text}`;
}
