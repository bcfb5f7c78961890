import type { MrcDocument } from '../../engine/documents/mrc.ts';
import { type CurveView, curveViews } from '../charts/curve-views.ts';
import { choosable } from '../charts/curves.ts';
import { type Pivot, type PivotLine, pivot } from '../tables/pivot.ts';
import { behind, estimateNote, mrcFinding } from '../words/mrc-finding.ts';
import { capacity, margin, percent, plural } from '../words/numbers.ts';
import { bendWords } from '../words/shape-finding.ts';
import { typesFinding, typesSubject } from '../words/types-finding.ts';
import { cut, plainSpaces, printable, wrapped } from './lines.ts';
import { type Paint, type SummaryOptions, unpainted } from './paint.ts';

const LONGEST_NAME = 24;
const GAP = 2;
const BEST = '*';

/** Miss ratios of every policy at every size in 80 columns, the best of each size marked; many sizes wrap into blocks. */
export function summarizeMrc(document: MrcDocument, options: SummaryOptions = {}): string {
  const { paint = unpainted, width = 80, reportPath } = options;
  const { workload, timing, seed, digest } = document;
  const paragraph = (text: string) => paragraphOf(text, width);
  const facts = `${plural(workload.requests, 'request')} · ${plural(workload.keys, 'key')} · seed ${seed} · digest ${digest.slice(0, 8)}`;
  const title = cut(printable(timing.title ?? workload.spec), width);
  const head =
    `${title} · ${facts}`.length <= width ? [`${paint('bold', title)} · ${facts}`] : [paint('bold', title), facts];
  const blocks = [head];
  const views = curveViews(document);
  if (views.length > 0 && views[0]!.type !== null)
    blocks.push([...paragraph(typesFinding(views) ?? ''), ...paragraph(typesSubject(views))]);
  for (const view of views) blocks.push(...viewBlocks(view, width, paint));
  if (reportPath !== undefined) blocks.push([`  report   ${reportPath}`]);
  return plainSpaces(blocks.map(lines => lines.join('\n')).join('\n\n'));
}

/** The curves of one data type, or of all requests. */
function viewBlocks(view: CurveView, width: number, paint: Paint): string[][] {
  const { rows, shapes = [], type } = view;
  const { unit, requests } = rows[0]!;
  const paragraph = (text: string) => paragraphOf(text, width);
  const table = pivot(rows);
  const aside = table.lines.filter(({ optimal }) => optimal).map(({ policy }) => policy.split(':', 1)[0]!);
  const note = `  miss ratio by capacity${unit === 'entries' ? ', entries' : ''}${behind(view)}; ${BEST} marks the lowest${aside.length > 0 ? `, ${[...new Set(aside)].join(' and ')} aside` : ''}`;
  const estimate = estimateNote(view);
  const bends = bendWords(choosable(shapes, rows), unit);
  return [
    paragraph(`${type === null ? '' : `${type} · `}${mrcFinding(view)}`),
    [...(estimate === null ? [] : paragraph(estimate)), paint('dim', note)],
    ...tableBlocks(table, unit, requests, width, paint),
    ...(bends === null ? [] : [paragraph(bends)]),
  ];
}

function paragraphOf(text: string, width: number): string[] {
  return wrapped(plainSpaces(printable(text)), width - 2).map(line => `  ${line}`);
}

/** The table in blocks of as many sizes as the width has room for. */
function tableBlocks(
  { sizes, lines }: Pivot,
  unit: 'entries' | 'bytes',
  requests: number,
  width: number,
  paint: Paint,
): string[][] {
  const headings = sizes.map(size => capacity(size, unit));
  const names = lines.map(({ policy }) => cut(printable(policy), LONGEST_NAME));
  const nameWidth = Math.max('policy'.length, ...names.map(name => name.length));
  const text = (line: PivotLine, size: number) => {
    const cell = line.cells[size];
    return cell ? `${percent(cell.missRatio, requests)}${cell.best ? BEST : ' '}` : '– ';
  };
  // The sign stands before a number that is as long as that above it, up to the percent sign.
  const interval = (line: PivotLine, size: number) => {
    const error = line.cells[size]?.error ?? null;
    return error === null ? '' : `${margin(error, requests)}   `;
  };
  const cellWidth = Math.max(
    ...headings.map(heading => heading.length + 1),
    ...lines.flatMap(line => sizes.map((_, size) => text(line, size).length)),
  );
  const perBlock = Math.max(1, Math.floor((width - 2 - nameWidth) / (cellWidth + GAP)));
  const blocks: string[][] = [];
  for (let start = 0; start < sizes.length; start += perBlock) {
    const inBlock = sizes.map((_, size) => size).slice(start, start + perBlock);
    const cells = (write: (size: number) => string) => inBlock.map(write).join('');
    const pad = (cell: string) => cell.padStart(cellWidth + GAP);
    blocks.push([
      paint('dim', `  ${'policy'.padEnd(nameWidth)}${cells(size => pad(`${headings[size]!} `))}`.trimEnd()),
      ...lines.flatMap((line, i) => {
        const written = cells(size => {
          const padded = pad(text(line, size));
          return line.cells[size]?.best ? paint('bold', padded) : padded;
        });
        const misses = `  ${names[i]!.padEnd(nameWidth)}${written}`.trimEnd();
        const intervals = cells(size => pad(interval(line, size))).trimEnd();
        return intervals === '' ? [misses] : [misses, paint('dim', `  ${''.padEnd(nameWidth)}${intervals}`)];
      }),
    ]);
  }
  return blocks;
}
