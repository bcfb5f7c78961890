import type { Goal } from './cases.ts';
import { halfWidth, mean } from './intervals.ts';

export const SEEDS = 10;

/** A predictor on a workload: a value per seed. */
export interface Measured {
  readonly workload: string;
  readonly predictor: string;
  readonly ttl: string;
  readonly promise: Goal | null;
  /** Mean latency against the same requests without prediction, and the same of the oracle: below 0 it is less. */
  readonly gain: number[];
  readonly oracleGain: number[];
  readonly accuracy: number[];
  /** Share of the useful fetches that were done in time. */
  readonly timeliness: number[];
  /** Share of the misses that are saved. */
  readonly coverage: number[];
}

/** The page as Markdown. */
export function predictorsPage(rows: readonly Measured[]): string {
  return `# What predictors gain, measured

Made by \`npm run predictors\`: ${SEEDS} seeds, 100,000 requests each, of which the first fifth is not counted; preset exclusive-lru with 50 / 150 / 300 entries, an origin of
20 ms, \`--inflight coalesce\`. Latency is compared with the same requests without prediction; the oracle knows them. Means with 95 % intervals (Student's t over the seeds).
The command fails when a promise is broken: what is in bold has to be reached.

| workload | predictor | mean latency | with the oracle | accuracy | timeliness | coverage |
| --- | --- | --- | --- | --- | --- | --- |
${rows.map(line).join('\n')}
`;
}

function line({
  workload,
  predictor,
  ttl,
  promise,
  gain,
  oracleGain,
  accuracy,
  timeliness,
  coverage,
}: Measured): string {
  const lifetimes = ttl === '-' ? '' : `, all TTLs ${ttl}`;
  const asked = promise
    ? [` (**−${percent(promise.gain)}**)`, ` (**${percent(promise.accuracy)}**)`]
    : (['', ''] as const);
  const cells = [
    `\`${workload}\`${lifetimes}`,
    `\`${predictor}\``,
    `${interval(gain)}${asked[0]}`,
    `${signed(mean(oracleGain))} %`,
    `${interval(accuracy)}${asked[1]}`,
    `${percent(mean(timeliness))}`,
    `${signed(mean(coverage))} %`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function interval(values: readonly number[]): string {
  return `${signed(mean(values))} % ± ${(100 * halfWidth(values)).toFixed(1)}`;
}

function percent(ratio: number): string {
  return `${Math.round(100 * ratio)} %`;
}

function signed(ratio: number): string {
  const text = (100 * Math.abs(ratio)).toFixed(1);
  return `${ratio < 0 && text !== '0.0' ? '−' : ''}${text}`;
}
