import type { Table } from '../../tables/table.ts';
import { count } from '../../words/numbers.ts';
import { type Html, html } from '../html.ts';
import { section } from '../section.ts';
import { type Precision, tableRows } from './table-rows.ts';

/** Tables longer than this wait behind their title. */
const LONG = 16;
/** Rows that the page is written with; the others its script adds when somebody wants to see them. */
const MOST_WRITTEN = 40;

/** Every number behind the charts, as tables that can be saved. */
export function numbers(tables: readonly Table[], { unit, requests }: Precision): Html {
  const precision = { unit, requests };
  return section(
    'numbers',
    'All numbers',
    'What the pictures are drawn from. Files hold the values as they were computed, not rounded.',
    html`<p><button type="button" data-download="json" hidden>Save everything as JSON</button></p>
<div class="tables" data-unit="${unit}" data-requests="${requests}">${tables.map(table => (table.rows.length > LONG ? folded : open)(table, precision))}</div>`,
  );
}

function open(table: Table, precision: Precision): Html {
  return html`<div class="table"><div class="table-head"><h3>${table.title}</h3>${saveButton(table)}</div>
${grid(table, precision, 'scroll')}</div>
`;
}

function folded(table: Table, precision: Precision): Html {
  const { id, title, rows } = table;
  const more = rows.length > MOST_WRITTEN;
  return html`<details class="table"><summary><h3>${title}</h3> <span class="muted">${count(rows.length)} rows</span></summary>
<p>${saveButton(table)}</p>
${more && html`<p class="caption" data-rest="${id}" data-from="${MOST_WRITTEN}">The first ${MOST_WRITTEN}; the others need scripts.</p>`}
${grid(table, precision, 'scroll long')}</details>
`;
}

function saveButton({ id, title }: Table): Html {
  return html`<button type="button" data-download="${id}" hidden aria-label="Save ${title} as CSV">CSV</button>`;
}

/** A wide table scrolls in a frame of its own, which the keyboard reaches. */
function grid(table: Table, precision: Precision, className: string): Html {
  return html`<div class="${className}" tabindex="0" role="region" aria-label="${table.title}"><table>
<thead><tr>${table.columns.map(({ name, format }) => html`<th scope="col" class="${format === 'text' ? 'text' : 'number'}">${name}</th>`)}</tr></thead>
<tbody>${tableRows(table, precision, 0, MOST_WRITTEN)}</tbody>
</table></div>`;
}
