import type { Unit } from '../../../engine/configuration/types.ts';
import type { Cell, Format, Table } from '../../tables/table.ts';
import { bareMilliseconds, capacity, count, percent } from '../../words/numbers.ts';
import { type Html, html } from '../html.ts';
import { section } from '../section.ts';

/** Tables longer than this wait behind their title. */
const LONG = 16;

/** Every number behind the charts, as tables that can be saved. */
export function numbers(tables: readonly Table[], unit: Unit, requests: number): Html {
  return section(
    'numbers',
    'All numbers',
    'What the pictures are drawn from. Files hold the values as they were computed, not rounded.',
    html`<p><button type="button" data-download="json" hidden>Save everything as JSON</button></p>
<div class="tables">${tables.map(table => (table.rows.length > LONG ? folded(table, unit, requests) : open(table, unit, requests)))}</div>`,
  );
}

function open(table: Table, unit: Unit, requests: number): Html {
  return html`<div class="table"><div class="table-head"><h3>${table.title}</h3>${saveButton(table)}</div>
${grid(table, unit, requests, 'scroll')}</div>
`;
}

function folded(table: Table, unit: Unit, requests: number): Html {
  return html`<details class="table"><summary><h3>${table.title}</h3> <span class="muted">${count(table.rows.length)} rows</span></summary>
<p>${saveButton(table)}</p>
${grid(table, unit, requests, 'scroll long')}</details>
`;
}

function saveButton({ id, title }: Table): Html {
  return html`<button type="button" data-download="${id}" hidden aria-label="Save ${title} as CSV">CSV</button>`;
}

/** A wide table scrolls in a frame of its own, which the keyboard reaches. */
function grid({ title, columns, rows }: Table, unit: Unit, requests: number, className: string): Html {
  const cell = (value: Cell, i: number) => {
    const { format } = columns[i]!;
    const written = writeCell(value, format, unit, requests);
    const text = format === 'text' ? breakable(written) : written;
    return i === 0 && format === 'text'
      ? html`<th scope="row">${text}</th>`
      : html`<td class="${format === 'text' ? 'text' : 'number'}">${text}</td>`;
  };
  return html`<div class="${className}" tabindex="0" role="region" aria-label="${title}"><table>
<thead><tr>${columns.map(({ name, format }) => html`<th scope="col" class="${format === 'text' ? 'text' : 'number'}">${name}</th>`)}</tr></thead>
<tbody>${rows.map(row => html`<tr>${row.map(cell)}</tr>\n`)}</tbody>
</table></div>`;
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
