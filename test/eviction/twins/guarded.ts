import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';
import type { CreateTwin } from '../paired-cache.ts';
import { RecencyTwin } from './recency.ts';

/** What one policy alone would hold, on a set. */
class ShadowTwin {
  readonly ids = new Set<number>();
  private readonly policy: EvictionPolicy;
  private readonly context: EvictionContext;

  constructor(create: CreateTwin, context: EvictionContext) {
    // Its own sizes: an id may enter it with another size than it enters the cache.
    this.context = { ...context, sizes: context.sizes && new Float64Array(context.universe) };
    this.policy = create(this.context);
  }

  /** @returns whether it was a hit, and who left in turn */
  request(id: number, size: number): { hit: boolean; left: number[] } {
    const { sizes, capacity } = this.context;
    const left: number[] = [];
    if (this.ids.has(id)) {
      this.policy.hit(id);
      return { hit: true, left };
    }
    if (sizes) sizes[id] = size;
    while (this.used() + size > capacity) {
      const victim = this.policy.evict(id);
      this.ids.delete(victim);
      left.push(victim);
    }
    this.policy.insert(id);
    this.ids.add(id);
    return { hit: false, left };
  }

  remove(id: number): void {
    if (this.ids.delete(id)) this.policy.remove(id);
  }

  private used(): number {
    const { sizes } = this.context;
    return [...this.ids].reduce((sum, id) => sum + (sizes ? sizes[id]! : 1), 0);
  }
}

/** The guarded policy on sets: for challengers that refuse nobody, and caches so small that the lead is judged at every request. */
export class GuardedTwin implements EvictionPolicy {
  private readonly sizes: Float64Array | null;
  private readonly lru: ShadowTwin;
  private readonly challengers: readonly { shadow: ShadowTwin; lead: number }[];
  private followed: ShadowTwin;
  private readonly residents = new Set<number>();
  /** Residents that the followed shadow does not hold, longest-standing first. */
  private strays: number[] = [];
  /** Entries of the full cache; undefined while that is unknown. */
  private fullAt: number | undefined;
  private needed = 0.01;
  private lost = 0;
  private seen: number | undefined;

  constructor(context: EvictionContext, createChallengers: readonly CreateTwin[]) {
    this.sizes = context.sizes;
    this.lru = new ShadowTwin(() => new RecencyTwin('oldest'), context);
    this.challengers = createChallengers.map(create => ({ shadow: new ShadowTwin(create, context), lead: 0 }));
    this.followed = this.lru;
    this.fullAt = context.sizes ? undefined : context.capacity;
  }

  hit(id: number): void {
    this.request(id, true);
    this.seen = undefined;
  }

  victim(incoming: number): number {
    if (this.seen !== incoming) this.request(incoming, false);
    this.seen = incoming;
    return this.strays[0] ?? incoming;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    if (victim === incoming) this.seen = undefined;
    else {
      this.fullAt = this.residents.size;
      this.residents.delete(victim);
      this.updateStrays([]);
    }
    return victim;
  }

  insert(id: number): void {
    if (this.seen !== id) this.request(id, false);
    this.seen = undefined;
    this.residents.add(id);
    this.updateStrays([id]);
  }

  remove(id: number): void {
    this.residents.delete(id);
    this.lru.remove(id);
    for (const { shadow } of this.challengers) shadow.remove(id);
    this.updateStrays([]);
  }

  private request(id: number, hit: boolean): void {
    const size = this.sizes ? this.sizes[id]! : 1;
    const { followed, challengers } = this;
    const entries = this.fullAt ?? Math.max(1, this.residents.size);
    const window = 16 * entries;
    const lru = this.lru.request(id, size);
    const left = followed === this.lru ? lru.left : [];
    for (const each of challengers) {
      const outcome = each.shadow.request(id, size);
      each.lead = each.lead * (1 - 1 / window) + Number(outcome.hit) - Number(lru.hit);
      if (each.shadow === followed) left.push(...outcome.left);
    }
    this.updateStrays(left);
    this.lost += Number(lru.hit) - Number(hit);
    const present = challengers.find(each => each.shadow === followed)?.lead;
    const lostTooMuch = present !== undefined && this.lost >= 0.1 * entries;
    if (lostTooMuch) this.needed *= 2;
    if (lostTooMuch || (present !== undefined && present <= 0)) {
      this.follow(this.lru);
      return;
    }
    const greatest = Math.max(...challengers.map(each => each.lead));
    if (greatest <= (present ?? 0) + this.needed * window) return;
    if (present === undefined) this.lost = 0;
    this.follow(challengers.find(each => each.lead === greatest)!.shadow);
  }

  private follow(shadow: ShadowTwin): void {
    this.followed = shadow;
    this.updateStrays([...this.residents].sort((a, b) => a - b));
  }

  /** @param candidates those who may have become strays, in the order in which they did */
  private updateStrays(candidates: readonly number[]): void {
    const isStray = (id: number) => this.residents.has(id) && !this.followed.ids.has(id);
    this.strays = [...new Set([...this.strays, ...candidates])].filter(isStray);
  }
}
