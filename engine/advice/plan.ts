/** How much may be tried: `fast` within a share of what the run itself costs, `full` until there is nothing more to try. */
export type Effort = 'fast' | 'full';

/** What can be afforded. */
export interface Plan {
  /** Changes that are tried on the requests at hand. */
  readonly candidates: number;
  /** Seeds with which those that helped are tried again, this run's among them; 1 for none. */
  readonly seeds: number;
}

/** Changes that are shown at most, so that no more of them are tried with other seeds. */
export const MOST_SHOWN = 5;

/** Replays that observations take. */
const OBSERVATIONS = 1;

interface Allowance {
  readonly candidates: number;
  readonly seeds: number;
  /** Requests that all re-runs together may replay, or so many times those of the run where that is more. */
  readonly requests: number;
  readonly times: number;
}

const ALLOWANCES: Readonly<Record<Effort, Allowance>> = {
  fast: { candidates: 8, seeds: 5, requests: 4e6, times: 2 },
  full: { candidates: 40, seeds: 10, requests: 40e6, times: 20 },
};

/**
 * Counts in requests, never in seconds, so that the same run gets the same advice everywhere. Other seeds are worth having
 * only for all that may be shown; a run too long for that is divided into blocks instead.
 * @param replicable whether the workload can be drawn again with other seeds
 */
export function planFor(effort: Effort, operations: number, replicable: boolean): Plan {
  const { candidates, seeds, requests, times } = ALLOWANCES[effort];
  const runs = Math.max(times, Math.floor(requests / Math.max(1, operations)));
  const replicated = OBSERVATIONS + candidates + (seeds - 1) * (1 + MOST_SHOWN);
  if (replicable && replicated <= runs) return { candidates, seeds };
  return { candidates: Math.min(candidates, runs - OBSERVATIONS), seeds: 1 };
}
