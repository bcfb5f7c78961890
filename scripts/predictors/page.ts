import type { Goal } from './cases.ts';
import { halfWidth, mean } from './intervals.ts';

export const SEEDS = 10;

/** A predictor on a workload: a value per seed. */
export interface Measured {
  readonly workload: string;
  readonly predictor: string;
  /** In words; empty where all is as usual. */
  readonly conditions: string;
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
  conditions,
  promise,
  gain,
  oracleGain,
  accuracy,
  timeliness,
  coverage,
}: Measured): string {
  const asked = promise
    ? [` (**−${percent(promise.gain)}**)`, ` (**${percent(promise.accuracy)}**)`]
    : (['', ''] as const);
  const cells = [
    `\`${workload}\`${conditions === '' ? '' : `, ${conditions}`}`,
    `\`${predictor}\``,
    `${interval(gain, change)}${asked[0]}`,
    `${change(mean(oracleGain))} %`,
    `${interval(accuracy, share)}${asked[1]}`,
    timeliness.some(Number.isNaN) ? '–' : percent(mean(timeliness)),
    `${share(mean(coverage))} %`,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Nothing can be said of what some seeds have none of, such as the accuracy where nothing was fetched. */
function interval(values: readonly number[], say: (ratio: number) => string): string {
  if (values.some(Number.isNaN)) return '–';
  return `${say(mean(values))} % ± ${(100 * halfWidth(values)).toFixed(1)}`;
}

function percent(ratio: number): string {
  return `${Math.round(100 * ratio)} %`;
}

function share(ratio: number): string {
  const text = (100 * Math.abs(ratio)).toFixed(1);
  return `${ratio < 0 && text !== '0.0' ? '−' : ''}${text}`;
}

/** As a share, with its sign. */
function change(ratio: number): string {
  const text = share(ratio);
  return ratio > 0 && text !== '0.0' ? `+${text}` : text;
}
