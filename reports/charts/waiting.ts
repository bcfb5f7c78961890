import type { Totals } from '../../engine/documents/sim.ts';
import type { Frame } from './frame.ts';
import { labelledBars } from './labelled-bars.ts';
import { STALE_COLOUR } from './palette.ts';

/** Whether more is to be told of misses than that each fetched: some joined a fetch or fetched again, or data was out of date. */
export function isWaitingTold({ delayedHits, staleAnswers = 0, staleHits, doubledFetches = 0 }: Totals): boolean {
  return delayedHits + staleAnswers + staleHits + doubledFetches > 0;
}

/** What requests got that no fresh entry answered: old data at once, or new data after a wait. */
export function waitingChart(
  { misses, delayedHits, staleAnswers = 0, staleHits }: Totals,
  frame: Frame,
): SVGSVGElement {
  const bars = [
    { name: 'hit on data out of date', count: staleHits, colour: STALE_COLOUR },
    { name: 'expired, answered at once', count: staleAnswers, colour: STALE_COLOUR },
    { name: 'waited for a fetch under way', count: delayedHits, colour: 'var(--level-2)' },
    { name: 'waited for a fetch of its own', count: misses - delayedHits, colour: 'var(--origin)' },
  ].filter(({ count }) => count > 0);
  return labelledBars(bars, staleHits + staleAnswers + misses, 'requests without a fresh hit', frame);
}
