import type { AxisDraft, Draft } from '../../engine/configuration/draft.ts';
import type { WorkloadFacts } from '../../engine/configuration/resolve.ts';
import type { Options, Unit } from '../../engine/configuration/types.ts';
import type { Trial } from '../../engine/experiments/trial.ts';
import type { Parameters } from '../../spec/parameter.ts';
import type { PackedRequests } from '../../workloads/excerpt/packed-requests.ts';

/** What the page asks of the thread with the engine, and what that answers. All of it can be cloned between threads. */

/** Where requests come from: made here as the command line makes them, or carried along. */
export type Source =
  | {
      readonly kind: 'synthetic';
      readonly spec: string;
      readonly gets: number | undefined;
      /** How many of them, from the first on, are replayed; all of them unless it is given. */
      readonly first?: number;
    }
  | { readonly kind: 'excerpt'; readonly packed: PackedRequests; readonly facts: WorkloadFacts };

/** What stays the same from trial to trial. */
export interface Bench {
  readonly source: Source;
  readonly seed: number;
  /** Gets at the start that are not counted, or the share of all of them that are not. */
  readonly warmup: number;
}

/** Requests are there. */
export interface Prepared {
  readonly gets: number;
  readonly operations: number;
  readonly keys: number;
  /** Of all keys; null without sizes. */
  readonly bytes: number | null;
  readonly timed: boolean;
}

/** One cache, tried. */
export interface Tried {
  readonly trial: Trial;
  /** The resolved configuration in texts, but for axes of which nothing need be said and which follow others. */
  readonly draft: Draft;
  /** All axes, as they were resolved. */
  readonly resolved: AxisDraft;
  /** As few options as give it again. */
  readonly options: Options;
}

/** Something to choose by name. */
export interface MenuEntry {
  readonly name: string;
  readonly summary: string;
  readonly parameters: Parameters;
}

export type MenuName =
  | 'eviction'
  | 'admission'
  | 'placement'
  | 'promotion'
  | 'demotion'
  | 'prediction'
  | 'residency'
  | 'latency'
  | 'presets'
  | 'workloads';

export type Menus = Readonly<Record<MenuName, readonly MenuEntry[]>>;

/** By kind, what is asked and what is answered. */
export interface Exchanges {
  readonly prepare: { readonly ask: Bench; readonly answer: Prepared };
  readonly menus: { readonly ask: Unit; readonly answer: Menus };
  readonly try: { readonly ask: Options; readonly answer: Tried };
}

export type ExchangeKind = keyof Exchanges;

export interface Question<Kind extends ExchangeKind = ExchangeKind> {
  readonly number: number;
  readonly kind: Kind;
  readonly ask: Exchanges[Kind]['ask'];
}

/** What was asked for cannot be: the option that is to blame, and what is wrong with it. */
interface Problem {
  readonly place: string;
  readonly problem: string;
}

export type Reply = { readonly number: number } & ({ readonly answer: unknown } | { readonly refused: Problem });
