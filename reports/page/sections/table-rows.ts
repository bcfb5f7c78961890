import type { Unit } from '../../../engine/configuration/types.ts';
import type { Cell, Format, Table } from '../../tables/table.ts';
import { bareMilliseconds, capacity, count, percent } from '../../words/numbers.ts';
import { type Html, html } from '../html.ts';

/** How exactly the numbers of a page may be told. */
export interface Precision {
  readonly unit: Unit;
  readonly requests: number;
}

/** The rows of a table, from one to another, as they stand in a page. */
export function tableRows({ columns, rows }: Table, { unit, requests }: Precision, from: number, to: number): Html {
  const cell = (value: Cell, i: number) => {
    const { format } = columns[i]!;
    const written = writeCell(value, format, unit, requests);
    if (format !== 'text') return html`<td>${written}</td>`;
    return i === 0
      ? html`<th scope="row">${breakable(written)}</th>`
      : html`<td class="text">${breakable(written)}</td>`;
  };
  return html`${rows.slice(from, to).map(row => html`<tr>${row.map(cell)}</tr>\n`)}`;
}

/** A long spec may break after its punctuation, so that a table need not be scrolled for it. */
function breakable(text: string): Html {
  const pieces = text.split(/(?<=[:=,])/);
  return html`${pieces.map((piece, i) => (i === 0 ? piece : html`<wbr>${piece}`))}`;
}

function writeCell(value: Cell, format: Format, unit: Unit, requests: number): string {
  if (value === null) return '–';
  if (typeof value !== 'number') return String(value);
  switch (format) {
    case 'count':
      return count(value);
    case 'capacity':
      return capacity(value, unit);
    case 'ratio':
      return percent(value, requests);
    case 'milliseconds':
      return bareMilliseconds(value);
    case 'seconds':
      return value.toLocaleString('en-US', { maximumFractionDigits: 1 });
    case 'number':
      return value.toLocaleString('en-US', { maximumSignificantDigits: 4 });
    case 'text':
      return String(value);
  }
}
