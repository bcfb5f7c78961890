import type { SimDocument } from '../../../engine/documents/sim.ts';
import type { WorkloadStatistics } from '../../../engine/documents/workload-statistics.ts';
import { type Drawings, residencyDataOf } from '../../charts/drawings.ts';
import { behind } from '../../words/headline.ts';
import { count, plural } from '../../words/numbers.ts';
import { residencyFinding } from '../../words/residency-finding.ts';
import { workloadCaption, workloadFinding } from '../../words/workload-finding.ts';
import { figure } from '../figure.ts';
import { type Html, html } from '../html.ts';
import { section } from '../section.ts';
import { wholeRun } from '../whole-run.ts';

export function residencySection(document: SimDocument, drawings: Drawings): Html | null {
  const data = residencyDataOf(document);
  const statistics = document.workloadStatistics;
  if (!data || !statistics || !drawings.has('residency')) return null;
  const { keys } = data.residencyMap;
  const all = statistics.popularity.keys;
  const which =
    keys.length === all
      ? all === 1
        ? 'The one key'
        : `All ${plural(all, 'key')}`
      : `${count(keys.length)} of ${plural(all, 'key')}, at ranks evenly spaced on a logarithmic axis`;
  return section(
    'residency',
    residencyFinding(data, statistics.popularity.keysOfHalf),
    `${which}, the most popular on top; the colour is that of the place where the key lay, its time not over, at the end of each of ${count(keys[0]!.places.length)} windows. ${behind(document)}.`,
    html`${wholeRun()}
${figure(drawings, 'residency', 'full')}`,
  );
}

export function workloadSection(document: SimDocument, drawings: Drawings): Html | null {
  const statistics = document.workloadStatistics;
  const drawn = (['rank-frequency', 'reuse-distances', 'working-set'] as const).some(name => drawings.has(name));
  if (!statistics || !drawn) return null;
  const parts = statistics.workingSet.length;
  return section(
    'workload',
    workloadFinding(statistics),
    `${workloadCaption(statistics)} ${behind(document)}.`,
    html`<div class="pair">
${figure(drawings, 'rank-frequency', 'half', ranksCaption(statistics))}
${figure(drawings, 'reuse-distances', 'half', 'How soon they are asked for again')}
</div>
${figure(drawings, 'working-set', 'full', `Distinct keys in each of ${parts} equal parts; on top, keys that no part before has seen`)}`,
  );
}

function ranksCaption({ popularity: { zipf } }: WorkloadStatistics): string {
  const law = zipf ? `; dashed: Zipf's law with exponent ${zipf.exponent.toFixed(2)}` : '';
  return `How often keys are asked for, by rank${law}`;
}
