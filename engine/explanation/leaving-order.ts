import { type EvictionPolicy, NEVER } from '../../policies/eviction/contract.ts';
import type { Requests } from '../../workloads/requests.ts';
import type { Configuration } from '../configuration/types.ts';
import type { Level } from '../hierarchy/level.ts';
import { Driver } from '../replay/driver.ts';
import { nextAccesses } from '../replay/next-access.ts';
import { buildRig } from '../replay/rig.ts';

/** Whom a place would give up, one after the other, and the residents that its policy does not say so of. */
export interface Leaving {
  readonly leaving: readonly number[];
  readonly others: readonly number[];
}

/**
 * Asks every policy whom it would evict next, and next again, after a number of requests. Asking changes a policy, so it is done in
 * a cache of its own, which has seen the same requests; room is wanted for an id that nobody asks for.
 */
export class LeavingOrders {
  private readonly requests: Requests;
  private readonly configuration: Configuration;
  private readonly seed: number;
  private readonly stranger: number;
  private readonly next: Int32Array;

  /** @param requests in one batch */
  constructor(requests: Requests, configuration: Configuration, seed: number) {
    this.stranger = requests.universe;
    this.requests = { ...requests, universe: requests.universe + 1 };
    this.configuration = configuration;
    this.seed = seed;
    this.next = nextAccesses(requests).at(0);
  }

  /** @returns by store, and last of all for the order over all levels, where there is one */
  after(records: number): { stores: Leaving[]; order: Leaving | null } {
    const { requests, configuration, stranger } = this;
    const rig = buildRig(configuration, requests, this.seed);
    const { hierarchy, nextAccess } = rig;
    const first = { ...requests.batches.at(0)!, length: records };
    new Driver(rig, configuration, 0).replay(first, nextAccess ? this.next : null);
    if (nextAccess) nextAccess[stranger] = NEVER;
    const { residents } = hierarchy;
    const idsWhere = (holds: (id: number) => boolean) => Array.from({ length: stranger }, (_, id) => id).filter(holds);
    const inStore = (store: Level) => idsWhere(id => residents.holds(store, id));
    for (const store of hierarchy.stores) if (store.sizes) store.sizes[stranger] = 1;
    const { order } = hierarchy;
    const inLevels = idsWhere(id => residents.levelOf(id) !== null);
    return {
      stores: hierarchy.stores.map(store => this.drain(store.policy, inStore(store))),
      order: order && this.drain(order, inLevels),
    };
  }

  private drain(policy: EvictionPolicy, residents: readonly number[]): Leaving {
    const left = new Set(residents);
    const leaving: number[] = [];
    while (left.size > 0) {
      const victim = policy.evict(this.stranger);
      // It would rather refuse the stranger.
      if (!left.delete(victim)) break;
      leaving.push(victim);
    }
    return { leaving, others: [...left] };
  }
}
