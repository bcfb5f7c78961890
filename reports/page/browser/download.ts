import type { DrawnDocument } from '../../charts/drawings.ts';
import { type Table, toCsv } from '../../tables/table.ts';

/** Shows the buttons that save a table as CSV or the whole document as JSON, and makes them work. */
export function enableDownloads(result: DrawnDocument, tables: readonly Table[]): void {
  const stem = `${result.schema.replace(/^tierlab\/(\w+)@.*$/, '$1')}-${result.digest.slice(0, 8)}`;
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-download]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      const wanted = button.dataset.download;
      const table = tables.find(({ id }) => id === wanted);
      if (table) save(`${stem}-${table.id}.csv`, toCsv(table), 'text/csv');
      else save(`${stem}.json`, `${JSON.stringify(result, null, 2)}\n`, 'application/json');
    });
  }
}

/** Offers a text as a file to be saved. */
export function save(name: string, text: string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // Some browsers read the blob only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
