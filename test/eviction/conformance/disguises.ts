import type { EvictionPolicy } from '../../../policies/eviction/contract.ts';
import { Links } from '../../../policies/structures/links.ts';
import type { CreatePolicy } from '../paired-cache.ts';

/** More lists than any policy keeps over shared links. */
const LISTS = 32;

/** How a host numbers its ids for a policy, one number for one id at a time. */
export interface Naming {
  /** Numbers are below this. */
  readonly universe: number;
  nameOf(id: number): number;
  idOf(name: number): number;
}

/** The same policy for a host whose ids are numbered otherwise. */
export function named(create: CreatePolicy, namingOf: (universe: number) => Naming): CreatePolicy {
  return context => {
    const naming = namingOf(context.universe);
    const { sizes, nextAccess, expiresAt } = context;
    const { universe } = naming;
    const own = {
      sizes: sizes && new Float64Array(universe).fill(1),
      nextAccess: nextAccess && new Int32Array(universe),
      expiresAt: expiresAt && new Float64Array(universe),
    };
    const policy = create({ ...context, ...own, universe });
    /** The number of an id, its columns filled. */
    const nameOf = (id: number): number => {
      const name = naming.nameOf(id);
      if (own.sizes) own.sizes[name] = sizes![id]!;
      if (own.nextAccess) own.nextAccess[name] = nextAccess![id]!;
      if (own.expiresAt) own.expiresAt[name] = expiresAt![id]!;
      return name;
    };
    return {
      ...(policy.accepts && { accepts: (incoming: number) => policy.accepts!(nameOf(incoming)) }),
      ...(policy.surplus && {
        surplus() {
          const surplus = policy.surplus!();
          return surplus === -1 ? -1 : naming.idOf(surplus);
        },
      }),
      ...(policy.remembers && { remembers: (id: number) => policy.remembers!(naming.nameOf(id)) }),
      hit: id => policy.hit(nameOf(id)),
      victim: incoming => naming.idOf(policy.victim(nameOf(incoming))),
      evict: incoming => naming.idOf(policy.evict(nameOf(incoming))),
      insert: id => policy.insert(nameOf(id)),
      remove: id => policy.remove(nameOf(id)),
    };
  };
}

/** From the other end: the same entries must be chosen, unless the policy goes by their numbers. */
export function fromTheOtherEnd(universe: number): Naming {
  const other = (id: number) => universe - 1 - id;
  return { universe, nameOf: other, idOf: other };
}

/**
 * The same policy as one level of several that exclude each other: whoever leaves it enters another level, whose list stands in
 * the same columns.
 */
export function besideAnotherLevel(create: CreatePolicy): CreatePolicy {
  return context => {
    const residentLinks = new Links(context.universe, LISTS);
    const policy = create({ ...context, residentLinks });
    const elsewhere = residentLinks.list();
    const members = new Set<number>();
    const leave = (id: number) => {
      elsewhere.pushHead(id);
      members.add(id);
    };
    return {
      ...(policy.accepts && { accepts: (incoming: number) => policy.accepts!(incoming) }),
      ...(policy.surplus && {
        surplus() {
          const surplus = policy.surplus!();
          if (surplus !== -1) leave(surplus);
          return surplus;
        },
      }),
      hit: id => policy.hit(id),
      victim: incoming => policy.victim(incoming),
      evict(incoming) {
        const victim = policy.evict(incoming);
        if (victim !== incoming) leave(victim);
        return victim;
      },
      insert(id) {
        if (members.delete(id)) elsewhere.unlink(id);
        policy.insert(id);
      },
      remove(id) {
        policy.remove(id);
        leave(id);
      },
    } satisfies EvictionPolicy;
  };
}
