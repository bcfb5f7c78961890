import type { EvictionPolicy } from '../../../policies/eviction/contract.ts';
import { Links } from '../../../policies/structures/links.ts';
import type { CreatePolicy } from '../paired-cache.ts';

/** More lists than any policy keeps over shared links. */
const LISTS = 32;

/**
 * The same policy for a host whose ids are numbered from the other end: it must choose the same entries, unless it goes by
 * their numbers.
 */
export function renumbered(create: CreatePolicy): CreatePolicy {
  return context => {
    const { universe, sizes, nextAccess } = context;
    const own = {
      sizes: sizes && new Float64Array(universe).fill(1),
      nextAccess: nextAccess && new Int32Array(universe),
    };
    const policy = create({ ...context, ...own });
    /** The other number, its columns filled. */
    const other = (id: number): number => {
      const number = universe - 1 - id;
      if (own.sizes) own.sizes[number] = sizes![id]!;
      if (own.nextAccess) own.nextAccess[number] = nextAccess![id]!;
      return number;
    };
    return {
      ...(policy.accepts && { accepts: (incoming: number) => policy.accepts!(other(incoming)) }),
      ...(policy.surplus && {
        surplus() {
          const surplus = policy.surplus!();
          return surplus === -1 ? -1 : universe - 1 - surplus;
        },
      }),
      hit: id => policy.hit(other(id)),
      victim: incoming => universe - 1 - policy.victim(other(incoming)),
      evict: incoming => universe - 1 - policy.evict(other(incoming)),
      insert: id => policy.insert(other(id)),
      remove: id => policy.remove(other(id)),
    };
  };
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
