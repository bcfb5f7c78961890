import type { SimDocument } from '../../../engine/documents/sim.ts';
import type { Drawings } from '../../charts/drawings.ts';
import { beside, diagnosisFinding } from '../../words/diagnosis-finding.ts';
import { behind } from '../../words/headline.ts';
import { figure } from '../figure.ts';
import { type Html, html } from '../html.ts';
import { section } from '../section.ts';

/** Where the misses come from; the keys and data types behind them stand among the tables. */
export function diagnosisSection(document: SimDocument, drawings: Drawings): Html | null {
  const { diagnosis } = document;
  if (!diagnosis || !drawings.has('miss-causes')) return null;
  return section(
    'misses',
    diagnosisFinding(diagnosis),
    `Misses by cause, each counted once; ${beside(diagnosis).join('; ')}. ${behind(document)}.`,
    html`${figure(drawings, 'miss-causes', 'full')}`,
  );
}
