import type { Unit } from '../../../engine/configuration/types.ts';
import type { Table } from '../../tables/table.ts';
import { tableRows } from '../sections/table-rows.ts';

/** Adds the rows that a long table was written without, when it is opened. */
export function completeLongTables(tables: readonly Table[]): void {
  for (const note of document.querySelectorAll<HTMLElement>('[data-rest]')) {
    const table = tables.find(({ id }) => id === note.dataset.rest)!;
    const { unit, requests } = note.closest<HTMLElement>('.tables')!.dataset;
    const precision = { unit: unit as Unit, requests: Number(requests) };
    const details = note.closest('details')!;
    const from = Number(note.dataset.from);
    note.remove();
    const complete = () =>
      details
        .querySelector('tbody')!
        .insertAdjacentHTML('beforeend', tableRows(table, precision, from, table.rows.length).markup);
    details.addEventListener('toggle', complete, { once: true });
  }
}
