import type { Description, Paper, Parameters, Values, ValuesOf } from '../../spec/parameter.ts';
import type { Frequency } from '../structures/recent-frequency.ts';

/**
 * Says whether a newcomer may enter a level. A filter (`accepts`) judges the newcomer by itself, a duel (`admits`) against
 * the resident that would leave; a policy has at least one of the two. Moves between levels are not asked about.
 */
export interface AdmissionPolicy {
  /** A resident of the level was requested, or overwritten in place. */
  hit?(id: number): void;

  /** Asked once for each newcomer that is offered after a miss, whether the level is full or not, before any room is made. */
  accepts?(id: number): boolean;

  /**
   * Asked when the level is full.
   * @param victim the resident that would leave in its place
   */
  admits?(id: number, victim: number): boolean;

  /**
   * Of an id that is not resident: whether the policy still keeps something about it that it would not know of an id never seen,
   * hashes left out, as of an eviction policy. Without the method: no.
   */
  remembers?(id: number): boolean;
}

/** How requests are counted. */
export const COUNTS = ['exact', 'sketch'] as const;
export type Counts = (typeof COUNTS)[number];

/** What a policy is built from. */
export interface AdmissionContext {
  /** Of the level, or of all levels where one order says who leaves the cache; in entries, or in bytes when `sizes` is given. */
  readonly capacity: number;
  /** Ids are 0 … universe − 1. */
  readonly universe: number;
  /** Bytes by id, written by the host before it offers a newcomer; null when every id counts as one. */
  readonly sizes: Float64Array | null;
  /** Uniform in [0, 1), from the policy's own named stream. */
  random(): number;
  /** For clairvoyant policies: by id, the number of the request that asks for it next, `NEVER` if none does; else null. */
  readonly nextAccess: Int32Array | null;
  /**
   * Asks the host to count the requests of each id from now on, wherever they are answered.
   * @param window how many requests a count looks back, as a multiple of the entries that the cache can hold
   */
  frequency(window: number, counts: Counts): Frequency;
}

/** The most entries that can be resident: in bytes, all there are. */
export function mostEntries({ capacity, universe, sizes }: Pick<AdmissionContext, 'capacity' | 'universe' | 'sizes'>) {
  return sizes ? universe : Math.min(universe, capacity);
}

export interface AdmissionCapabilities {
  /** Looks at sizes: it is of no use where capacities count entries. */
  readonly needsSizes: boolean;
  /** Reads the future (`nextAccess`). */
  readonly clairvoyant: boolean;
  /** Draws random numbers. */
  readonly randomised: boolean;
  /** Tunes itself to the workload. */
  readonly adaptive: boolean;
  /** Does something every so many requests, however large the cache: a sample of the requests tells nothing about it. */
  readonly paced: boolean;
}

/** One entry of the catalogue. */
export interface AdmissionDescription extends Description {
  readonly about: string;
  readonly paper: Paper | null;
  readonly capabilities: AdmissionCapabilities;
  create(context: AdmissionContext, values: Values): AdmissionPolicy;
}

/** Declares an admission policy; the values that `create` receives are typed by the parameters beside it. */
export function defineAdmission<const P extends Parameters>(
  description: Omit<AdmissionDescription, 'parameters' | 'create' | 'capabilities'> & {
    readonly parameters: P;
    readonly capabilities?: Partial<AdmissionCapabilities>;
    create(context: AdmissionContext, values: ValuesOf<P>): AdmissionPolicy;
  },
): AdmissionDescription {
  const none = {
    needsSizes: false,
    clairvoyant: false,
    randomised: false,
    adaptive: false,
    paced: false,
  };
  const { create, capabilities } = description;
  return {
    ...description,
    capabilities: { ...none, ...capabilities },
    // The catalogue forgets P; resolveSpec has validated the values against these very parameters.
    create: (context, values) => create(context, values as ValuesOf<P>),
  };
}
