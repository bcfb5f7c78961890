import type { Proposal } from '../advice/proposal.ts';
import type { Configuration } from '../configuration/types.ts';
import type { Span, StoreSpan } from './snapshots.ts';

const WIDTH = 80;
const INDENT = '  ';

/** What a cache did, in lines of at most 80 characters. */
export function monitorReport({ preset, unit }: Configuration, span: Span, proposals: readonly Proposal[]): string {
  const { requests, hits, hitRatio, loads, failedLoads, meanLoadMs, seconds } = span;
  const lines = [
    `Cache of preset ${preset}, ${seconds.toFixed(seconds < 10 ? 1 : 0)} s: ${number(requests)} requests, ${number(hits)} hits (${percent(hitRatio)})`,
    `Loads: ${number(loads)}, ${number(failedLoads)} more failed; a request waited ${meanLoadMs.toFixed(3)} ms on average`,
    '',
    row('', `${unit} in use`, 'of', 'lookups', 'hits', 'hit ratio'),
    ...[...span.levels, ...span.partitions].map(storeRow),
  ];
  if (proposals.length > 0) lines.push('', 'Worth trying:');
  for (const { title, reason } of proposals) lines.push(`- ${title}`, `${INDENT}${reason}`);
  return `${lines.flatMap(line => wrapped(line)).join('\n')}\n`;
}

function storeRow({ name, used, maxSize, lookups, hits, hitRatio }: StoreSpan): string {
  return row(name, number(used), number(maxSize), number(lookups), number(hits), percent(hitRatio));
}

function row(name: string, ...cells: readonly string[]): string {
  const widths = [18, 15, 12, 12, 11];
  return `${name.slice(0, 11).padEnd(11)}${cells.map((cell, i) => cell.padStart(widths[i]!)).join('')}`;
}

/** Breaks a line that is too long at its blanks, and goes on below its text. */
function wrapped(line: string): string[] {
  const lines = [''];
  for (const word of line.split(/(?<=\S) /)) {
    const last = lines[lines.length - 1]!;
    const longer = last === '' ? word : `${last} ${word}`;
    if (longer.length <= WIDTH || last === '') lines[lines.length - 1] = longer;
    else lines.push(`${INDENT}${word}`);
  }
  return lines;
}

function number(value: number): string {
  return value.toLocaleString('en');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
