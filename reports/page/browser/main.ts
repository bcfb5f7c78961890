import { type DrawnDocument, drawingsOf } from '../../charts/drawings.ts';
import { enableWhatIf } from '../../laboratory/browser/what-if.ts';
import { tablesOf } from '../../tables/tables-of.ts';
import { enableCopying } from './copy.ts';
import { enableDownloads } from './download.ts';
import { carriedText } from './inflate.ts';
import { completeLongTables } from './long-tables.ts';
import { keepDrawn } from './redraw.ts';
import { TimeSelection } from './time-selection.ts';

async function enliven(): Promise<void> {
  // The page was written together with this very script, so the data is of these types.
  const result = JSON.parse(await carriedText('document')) as DrawnDocument;
  const linked = document.getElementById('brushed');
  const selection = linked && result.schema === 'tierlab/sim@1' ? new TimeSelection(result, linked) : null;

  keepDrawn(drawingsOf(result), (name, svg) => {
    if (name === 'over-time' || name === 'latency-over-time' || name === 'residency') selection?.attach(name, svg);
  });
  enableCopying();
  const tables = tablesOf(result);
  enableDownloads(result, tables);
  completeLongTables(tables);

  const laboratory = document.getElementById('laboratory');
  if (laboratory && result.schema === 'tierlab/sim@1') enableWhatIf(JSON.parse(laboratory.textContent!), result.totals);
}

enliven();
