import { type DrawnDocument, drawingsOf } from '../../charts/drawings.ts';
import { enableWhatIf } from '../../laboratory/browser/what-if.ts';
import { tablesOf } from '../../tables/tables-of.ts';
import { enableCopying } from './copy.ts';
import { enableDownloads } from './download.ts';
import { carriedText } from './inflate.ts';
import { completeLongTables } from './long-tables.ts';
import { Redrawing } from './redraw.ts';
import { TimeSelection } from './time-selection.ts';

async function enliven(): Promise<void> {
  // The page was written together with this very script, so the data is of these types.
  const result = JSON.parse(await carriedText('document')) as DrawnDocument;
  const drawings = drawingsOf(result);
  const overTime = document.getElementById('brushed');
  const selection =
    overTime && result.schema === 'tierlab/sim@1'
      ? new TimeSelection(result, overTime, others => redrawing.replace(others))
      : null;
  const redrawing = new Redrawing(drawings, (name, svg) => selection?.drawn(name, svg));
  enableCopying();
  const tables = tablesOf(result);
  enableDownloads(result, tables);
  completeLongTables(tables);

  const laboratory = document.getElementById('laboratory');
  if (laboratory && result.schema === 'tierlab/sim@1') enableWhatIf(JSON.parse(laboratory.textContent!), result.totals);
}

enliven();
