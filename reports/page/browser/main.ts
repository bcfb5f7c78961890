import { type DrawnDocument, drawingsOf } from '../../charts/drawings.ts';
import { enableWhatIf } from '../../laboratory/browser/what-if.ts';
import { enableCopying } from './copy.ts';
import { enableDownloads } from './download.ts';
import { keepDrawn } from './redraw.ts';
import { TimeSelection } from './time-selection.ts';

// The page was written together with this very script, so the data is of these types.
const result = JSON.parse(document.getElementById('document')!.textContent!) as DrawnDocument;

const linked = document.getElementById('brushed');
const selection = linked && result.schema === 'tierlab/sim@1' ? new TimeSelection(result, linked) : null;

keepDrawn(drawingsOf(result), (name, svg) => {
  if (name === 'over-time' || name === 'latency-over-time' || name === 'residency') selection?.attach(name, svg);
});
enableCopying();
enableDownloads(result);

const laboratory = document.getElementById('laboratory');
if (laboratory && result.schema === 'tierlab/sim@1') enableWhatIf(JSON.parse(laboratory.textContent!), result.totals);
