import type { ExplainDocument, ExplainStep } from '../../engine/documents/explain.ts';
import { answerWords, eventWords, explainSubject, legend, type PartWords, partsOf } from '../words/explain-words.ts';
import { titleOf } from '../words/headline.ts';
import { cut, plainSpaces, printable, wrapped } from './lines.ts';
import { type Paint, type SummaryOptions, unpainted } from './paint.ts';

/** Before the lists of a step: its number, the request and the answer. */
const MARGIN = 8;
const LONGEST_KEY = 20;

/** All steps in 80 columns: the request, the answer and what happened; below it the lists of the cache. */
export function summarizeExplain(document: ExplainDocument, options: SummaryOptions = {}): string {
  const { paint = unpainted, width = 80, reportPath } = options;
  const title = [
    paint('bold', cut(printable(titleOf(document)), width)),
    ...wrapped(plainSpaces(explainSubject(document)), width),
  ];
  const steps = document.steps.flatMap((step, i) => stepLines(document, step, i, width, paint));
  const report = reportPath === undefined ? [] : ['', `  report   ${reportPath}`];
  return [
    ...title,
    '',
    ...steps,
    '',
    ...wrapped(legend(document, { note: '·n', ghost: '(…)' }).join('; '), width - 2).map(line =>
      paint('dim', `  ${line}`),
    ),
    ...report,
  ].join('\n');
}

function stepLines({ keys }: ExplainDocument, step: ExplainStep, i: number, width: number, paint: Paint): string[] {
  const named = keys.map(key => cut(printable(key), LONGEST_KEY));
  const answer = answerWords(step);
  const request = `${step.operation} ${named[step.id]}`;
  const events = eventWords(step.events, named);
  const facts = [`${request.padEnd(10)} ${answer}`.trimEnd(), ...events].join(', ');
  const style = answer.startsWith('hit') ? 'green' : 'dim';
  const [first, ...more] = wrapped(facts, width - MARGIN);
  const parts = partsOf(step, named);
  const widest = Math.max(...parts.map(part => part.name.length));
  return [
    `${String(i + 1).padStart(5)}   ${paint(style, first!)}`,
    ...more.map(line => ' '.repeat(MARGIN) + line),
    ...parts.flatMap(part => partLines(part, widest, width)),
  ];
}

function partLines({ name, holds, entries }: PartWords, widest: number, width: number): string[] {
  const margin = MARGIN + widest + 2;
  const words = entries.map(({ key, note, marked }) => `${marked ? '▸' : ''}${key}${note === '' ? '' : `·${note}`}`);
  const text = words.length === 0 ? '–' : holds === 'ghosts' ? `(${words.join(' ')})` : words.join(' ');
  return wrapped(text, width - margin).map((line, i) =>
    i === 0 ? `${' '.repeat(MARGIN)}${name.padEnd(widest)}  ${line}` : ' '.repeat(margin) + line,
  );
}
