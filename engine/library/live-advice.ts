import type { Proposal } from '../advice/proposal.ts';
import { proposalsFor } from '../advice/rules.ts';
import type { Configuration } from '../configuration/types.ts';
import type { Span } from './snapshots.ts';

/** A live cache has nothing to try a change on: counters say that it may be worth it, not what it brings. */
const UNPROVEN = 'Not measured: sim shows on a recording what it brings.';

/** What a live cache may be better off with; each proposal says that nothing of it has been tried. */
export function liveAdvice(configuration: Configuration, span: Span): Proposal[] {
  if (span.requests === 0) return [];
  const measured = {
    totals: { hitRatio: span.hitRatio },
    levels: span.levels,
    // The cache itself answers in microseconds: what a request waits for is loading.
    latencyMs: { mean: span.meanLoadMs },
  };
  const knowsAll = span.workingSet !== null && configuration.unit === 'entries';
  const workingSet = knowsAll ? span.workingSet! : Number.POSITIVE_INFINITY;
  const proposals = proposalsFor({ configuration, measured, workingSet, run: null });
  return proposals.map(proposal => ({ ...proposal, reason: `${proposal.reason} ${UNPROVEN}` }));
}
