import type { Diagnosis } from '../../engine/documents/diagnosis.ts';
import { MISS_CAUSES } from '../words/diagnosis-finding.ts';
import type { Frame } from './frame.ts';
import { labelledBars } from './labelled-bars.ts';

/** A bar for each cause of misses; what another policy could save stands out. */
export function missCausesChart({ misses, causes }: Diagnosis, frame: Frame): SVGSVGElement {
  const bars = MISS_CAUSES.map(([cause, name]) => ({
    name,
    count: causes[cause],
    colour: cause === 'policy' ? 'var(--level-1)' : 'var(--origin)',
  }));
  return labelledBars(bars, misses, 'misses', frame);
}
