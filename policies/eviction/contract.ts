import type { Description, Paper, Parameters, Values, ValuesOf } from '../../spec/parameter.ts';
import type { Links } from '../structures/links.ts';
import type { PolicyPart } from './inspection.ts';

/**
 * Says who leaves a level when room is needed. State is held in columns (typed arrays indexed by id); there is no object
 * per key. The host keeps the field's usual order: look up; on a miss, evict until the newcomer fits; then insert.
 */
export interface EvictionPolicy {
  /**
   * Asked of every newcomer, also of one larger than the capacity: false when the policy could never hold it (too large for its
   * segments). Without the method: whatever fits the capacity.
   */
  accepts?(incoming: number): boolean;

  /** The id is resident and was requested (or overwritten in place). */
  hit(id: number): void;

  /**
   * Chooses who would leave for `incoming`, which is not resident; `incoming` itself means that it should be refused.
   * Nobody leaves yet, but hands may advance and ghosts may be consulted: a call to `evict` that follows at once for the same
   * newcomer returns the same id. Called only when something is resident.
   */
  victim(incoming: number): number;

  /** Chooses like `victim`, and that id is no longer resident (a policy may remember it as a ghost). */
  evict(incoming: number): number;

  /** The id becomes resident. */
  insert(id: number): void;

  /**
   * Asked after `hit` and after `insert`, again and again until it says -1: a resident, never the id of that call, that has to
   * leave although nobody needs its room; it is no longer resident. Without the method nobody ever has to.
   */
  surplus?(): number;

  /** A resident that came unasked is to leave before all others, unless a hit changes that. Absent where the order knows no such place. */
  retire?(id: number): void;

  /**
   * A resident id leaves for another reason: it expired, was deleted, moved to another level, or is overwritten in another size and
   * enters anew. It leaves no ghost.
   */
  remove(id: number): void;

  /**
   * Of an id that is not resident: whether the policy still keeps something about it, so that it would treat it otherwise than an
   * id never seen (a ghost, a history, a candidate, the newcomer that it has just judged). When neither this policy nor anybody
   * else remembers an id, the host may give its number to another key. A pure query, asked outside the way of a request. Hashes
   * do not count: a sketch or filter shared by all ids cannot forget one, and takes over what it has for whoever gets the number.
   * Without the method nothing is remembered of whoever is not resident.
   */
  remembers?(id: number): boolean;

  /** For people who want to see it at work: the lists that it keeps. Changes nothing; not for the way of a request. */
  inspect?(): PolicyPart[];
}

/** What a policy is built from. */
export interface EvictionContext {
  /** In entries, or in bytes when `sizes` is given; at least 1. */
  readonly capacity: number;
  /** Ids are 0 … universe − 1. */
  readonly universe: number;
  /** Bytes by id, written by the host before it offers a newcomer; null when every id counts as one. */
  readonly sizes: Float64Array | null;
  /** For lists whose members are always residents: levels that exclude each other share these columns. Absent: make your own. */
  readonly residentLinks?: Links;
  /** Uniform in [0, 1), from the policy's own named stream. */
  random(): number;
  /** For clairvoyant policies: by id, the number of the request that asks for it next, `NEVER` if none does; else null. */
  readonly nextAccess: Int32Array | null;
  /** For policies that look at lifetimes: by id, the time in seconds at which the entry's lifetime ends, `Infinity` for never; else null. */
  readonly expiresAt: Float64Array | null;
  /** Builds another policy of the catalogue for the same place, reading its own sizes: for policies made of policies. */
  build(spec: string, sizes: Float64Array | null): EvictionPolicy;
}

/** In `nextAccess`: the id is not requested again. */
export const NEVER = 0x7fffffff;

export interface EvictionCapabilities {
  /** Works with byte capacities, where ids differ in size. */
  readonly sized: boolean;
  /** Reads the future (`nextAccess`). */
  readonly clairvoyant: boolean;
  /** Reads when lifetimes end (`expiresAt`). */
  readonly expiring: boolean;
  /** Draws random numbers. */
  readonly randomised: boolean;
  /** Tunes itself to the workload. */
  readonly adaptive: boolean;
  /** Remembers ids that are no longer resident. */
  readonly ghosts: boolean;
  /**
   * Misses about as often with a share of the room and the requests for that share of the keys, so that miniature simulation
   * can speak for it. True unless a policy says otherwise.
   */
  readonly scales: boolean;
}

/** One entry of the catalogue. */
export interface EvictionDescription extends Description {
  readonly about: string;
  readonly paper: Paper | null;
  readonly capabilities: EvictionCapabilities;
  create(context: EvictionContext, values: Values): EvictionPolicy;
  /**
   * The most ids that `remembers` says yes to after a request, but for the newcomer that was judged last; `Infinity` if it may never
   * forget. Without it: none.
   * @param capacity in entries, or in bytes of which each id has one at least
   * @param of the same of another policy of the catalogue, for policies made of policies
   */
  mostRemembered?(capacity: number, values: Values, of: (spec: string) => number): number;
}

/** Declares an eviction policy; the values that `create` receives are typed by the parameters beside it. */
export function defineEviction<const P extends Parameters>(
  description: Omit<EvictionDescription, 'parameters' | 'create' | 'capabilities' | 'mostRemembered'> & {
    readonly parameters: P;
    readonly capabilities?: Partial<EvictionCapabilities>;
    create(context: EvictionContext, values: ValuesOf<P>): EvictionPolicy;
    mostRemembered?(capacity: number, values: ValuesOf<P>, of: (spec: string) => number): number;
  },
): EvictionDescription {
  const usual = {
    sized: false,
    clairvoyant: false,
    expiring: false,
    randomised: false,
    adaptive: false,
    ghosts: false,
    scales: true,
  };
  const { create, capabilities, mostRemembered, ...rest } = description;
  return {
    ...rest,
    capabilities: { ...usual, ...capabilities },
    // The catalogue forgets P; resolveSpec has validated the values against these very parameters.
    create: (context, values) => create(context, values as ValuesOf<P>),
    ...(mostRemembered && {
      mostRemembered: (capacity, values, of) => mostRemembered(capacity, values as ValuesOf<P>, of),
    }),
  };
}
