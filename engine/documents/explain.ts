import type { PolicyPart } from '../../policies/eviction/inspection.ts';
import type { Configuration } from '../configuration/types.ts';
import type { DocumentHead, Timing } from './head.ts';

export type { PolicyPart };

/** Something that a request did to an entry. */
export type ExplainEvent =
  | { readonly kind: 'entered' | 'overwritten'; readonly place: string; readonly id: number }
  | { readonly kind: 'moved'; readonly place: string; readonly to: string; readonly id: number }
  | { readonly kind: 'left'; readonly place: string; readonly cause: string; readonly id: number };

/** A level or a partition after a request; or the order over all levels, which has no capacity of its own. */
export interface ExplainPlace {
  readonly name: string;
  /** In the hierarchy's unit; null for an order over all levels. */
  readonly capacity: number | null;
  readonly used: number;
  /** Whom it would give up next, one after the other, if nobody asked for anything meanwhile; as far as the policy says. */
  readonly leaving: readonly number[];
  /** Residents that it does not say so of. */
  readonly others: readonly number[];
  /** The policy's own lists; none where it does not show them. */
  readonly parts: readonly PolicyPart[];
}

/** One request, and what the cache is like after it. */
export interface ExplainStep {
  readonly operation: 'get' | 'set' | 'delete';
  readonly id: number;
  readonly seconds: number;
  /** The level, the partition or `origin`; null for a set or a delete. */
  readonly answeredBy: string | null;
  readonly events: readonly ExplainEvent[];
  readonly places: readonly ExplainPlace[];
}

export interface ExplainDocument extends DocumentHead {
  readonly schema: 'tierlab/explain@1';
  readonly configuration: Configuration;
  /** What ids are called: ids are numbers in the order of first appearance. */
  readonly keys: readonly string[];
  readonly requests: number;
  readonly hits: number;
  readonly steps: readonly ExplainStep[];
  readonly timing: Timing;
}
