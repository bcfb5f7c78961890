import type { TuneDocument, TuneName } from '../../engine/documents/tune.ts';
import { plainSpaces } from '../../reports/terminal/lines.ts';
import { chosenText } from '../../reports/words/tune-finding.ts';
import { code, table } from '../pages/markdown.ts';
import type { Case } from './cases.ts';

/** A case, and what `tune` found. */
export interface Tuning {
  readonly of: Case;
  readonly document: TuneDocument;
}

/** The page as Markdown. @param absent cases whose traces were not at hand */
export function tuningsPage(tunings: readonly Tuning[], absent: readonly Case[]): string {
  const missing =
    absent.length === 0 ? '' : `\nNot at hand, and so not in the table: ${absent.map(each => each.name).join(', ')}.\n`;
  return `# What tuning finds, measured

Made by \`npm run tunings\`: \`tierlab tune\` with its 200 evaluations on every shipped workload (as many requests as it has by default, validated on ten unseen seeds) and on every
supplied trace (searched in the first 60 %, validated on the rest), within the default's 1,600 entries (\`hot-warm-cold\` 500) unless the row says otherwise. Mean latency in milliseconds on
unseen requests; *one policy* is the best of a dozen, the same in all levels. In brackets 95 % intervals. *None found* means that on unseen requests nothing was better than the default, which
\`tune\` then chooses; *no difference*, that the interval holds 0 or the difference is below a thousandth.
${missing}
${table(
  ['workload', 'default', 'one policy', 'tuned', 'less than the default', 'less than one policy', 'what was found'],
  tunings.map(row),
)}
`;
}

function row({ of: { name, path, limits }, document }: Tuning): string[] {
  const single = document.validation.rows.find(each => each.name === 'single policy')!;
  const found = document.chosen === 'tuned';
  const title = `${path === null ? '' : 'trace '}${code(name)}${limits === '' ? '' : `, ${limits}`}`;
  return [
    title,
    latency(document, 'default'),
    `${latency(document, 'single policy')} (${single.configuration.levels[0]!.policy})`,
    found ? latency(document, 'tuned') : '–',
    found ? gain(document, 'default') : 'none found',
    found ? gain(document, 'single policy') : '–',
    found ? plainSpaces(chosenText(document)) : 'the default',
  ];
}

function latency({ validation }: TuneDocument, name: TuneName): string {
  return String(Number(validation.rows.find(each => each.name === name)!.metrics.latencyMeanMs.mean.toPrecision(3)));
}

function gain({ validation }: TuneDocument, over: TuneName): string {
  const { mean, low, high, verdict } = validation.gains.find(each => each.over === over)!;
  const say = (share: number) => (100 * share).toFixed(1).replace('-', '−');
  const interval = `${say(mean)} % (${say(low)} … ${say(high)})`;
  return verdict === 'no real difference' ? `no difference: ${interval}` : interval;
}
