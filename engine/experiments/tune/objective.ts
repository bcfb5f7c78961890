import type { Measures } from './measures.ts';

/** What is to be made small or large. */
export const OBJECTIVES = ['latency', 'p99', 'hitRatio', 'originFetches', 'cost'] as const;
export type Objective = (typeof OBJECTIVES)[number];

/** What the cost of a month is made of, beside what was measured. */
export interface Bill {
  /** Of the room, a month. */
  readonly memory: number;
  readonly requestsPerMonth: number;
  /** Of a million fetches. */
  readonly fetchPrice: number;
}

/** The objective in its own unit: milliseconds, a ratio, fetches a request, or money a month. */
export function objectiveValue(objective: Objective, measures: Measures, bill: Bill): number {
  switch (objective) {
    case 'latency':
      return measures.latencyMeanMs;
    case 'p99':
      return measures.latencyP99Ms;
    case 'hitRatio':
      return measures.hitRatio;
    case 'originFetches':
      return measures.fetchesPerRequest;
    case 'cost':
      return bill.memory + (measures.fetchesPerRequest * bill.requestsPerMonth * bill.fetchPrice) / 1e6;
  }
}

/** The less, the better: the objective itself, or the misses where hits are wanted. */
export function lossOf(objective: Objective, value: number): number {
  return objective === 'hitRatio' ? 1 - value : value;
}

/** How much less is lost than with something else, as a share of that; of the hit ratio, the hits that are gained. */
export function gainOf(objective: Objective, value: number, than: number): number {
  if (objective === 'hitRatio') return value - than;
  return than === 0 ? 0 : (than - value) / than;
}
