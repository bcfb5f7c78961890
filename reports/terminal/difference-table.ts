import type { Comparison } from '../words/comparison.ts';
import { type DifferenceWords, differenceWords } from '../words/difference-words.ts';
import { cut, printable, wrapped } from './lines.ts';
import type { Paint } from './paint.ts';

const LONGEST_NAME = 20;
const GAP = '  ';

/** Against the first variant: a line for each real difference, and one that names the metrics without any. */
export function differenceTable({ variants, metrics, ...rest }: Comparison, width: number, paint: Paint): string[] {
  const comparison = { variants, metrics, ...rest };
  const [first, ...others] = variants;
  const told = others.map(({ name }) => ({
    name: nameOf(name),
    words: rest.differences
      .filter(each => each.a === first!.name && each.b === name && metrics.includes(each.metric))
      .map(each => differenceWords(comparison, each)),
  }));
  const isReal = ({ verdict }: DifferenceWords) => verdict !== 'no real difference';
  const real = told.flatMap(each => each.words.filter(isReal));
  const longest = (texts: readonly string[]) => Math.max(0, ...texts.map(text => text.length));
  const name = longest(told.map(each => each.name));
  const columns = (['metric', 'difference', 'interval'] as const).map(of => longest(real.map(each => each[of])));
  const lines = told.flatMap(each => {
    const rows = each.words.filter(isReal).map(({ metric, difference, interval, verdict }) => {
      const cells = [metric.padEnd(columns[0]!), difference.padStart(columns[1]!), interval.padStart(columns[2]!)];
      return [...cells, paint(verdict === 'better' ? 'green' : 'red', verdict)].join(GAP);
    });
    const same = each.words.filter(words => !isReal(words)).map(words => words.metric);
    const text = `no real difference${same.length > 0 ? ` in ${same.join(', ')}` : ''}`;
    if (same.length > 0 || rows.length === 0)
      rows.push(...wrapped(text, width - name - 4).map(line => paint('dim', line)));
    return rows.map((row, i) => `  ${(i === 0 ? each.name : '').padEnd(name)}${GAP}${row}`);
  });
  return [paint('dim', `  against ${nameOf(first!.name)}, with 95 % intervals`), ...lines];
}

/** The name of a variant as a terminal has room for it. */
export function nameOf(name: string): string {
  return cut(printable(name), LONGEST_NAME);
}
