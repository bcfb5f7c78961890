import type { DrawnDocument } from '../charts/drawings.ts';
import { ablateTables } from './ablate-tables.ts';
import { compareTables } from './compare-tables.ts';
import { mrcPerLevelTables } from './mrc-per-level-tables.ts';
import { mrcTables } from './mrc-tables.ts';
import { simTables } from './sim-tables.ts';
import type { Table } from './table.ts';
import { tuneTables } from './tune-tables.ts';

/** The tables behind the charts of a document. */
export function tablesOf(document: DrawnDocument): Table[] {
  switch (document.schema) {
    case 'tierlab/sim@1':
      return simTables(document);
    case 'tierlab/mrc@1':
      return mrcTables(document);
    case 'tierlab/mrc-per-level@1':
      return mrcPerLevelTables(document);
    case 'tierlab/tune@1':
      return tuneTables(document);
    case 'tierlab/compare@1':
      return compareTables(document);
    case 'tierlab/ablate@1':
      return ablateTables(document);
  }
}
