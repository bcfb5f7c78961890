import { buildEviction } from '../../engine/build-policy.ts';
import { type EvictionPolicy, NEVER } from '../../policies/eviction/contract.ts';

/** Ids in these tests are below this. */
const UNIVERSE = 100;

/** The smallest host of an eviction policy: one level that takes in every miss. */
export class FlatCache {
  readonly policy: EvictionPolicy;
  readonly resident = new Set<number>();
  /** In order of their leaving. */
  readonly evicted: number[] = [];
  misses = 0;
  private readonly capacity: number;
  private readonly sizes: Float64Array | null;
  private readonly nextAccess = new Int32Array(UNIVERSE).fill(NEVER);
  /** By id, in seconds: when the lifetime ends of what is requested from now on; set by tests. */
  readonly expiresAt = new Float64Array(UNIVERSE).fill(Number.POSITIVE_INFINITY);

  /**
   * @param capacity in entries, or in bytes when sizes are given
   * @param sizes bytes by id
   */
  constructor(spec: string, capacity: number, sizes?: readonly number[]) {
    this.capacity = capacity;
    this.sizes = sizes ? Float64Array.from({ length: UNIVERSE }, (_, id) => sizes[id] ?? 1) : null;
    this.policy = buildEviction(spec, 'test', {
      capacity,
      universe: UNIVERSE,
      sizes: this.sizes,
      random: () => 0,
      nextAccess: this.nextAccess,
      expiresAt: this.expiresAt,
    });
  }

  /** Asks for the ids in turn; a clairvoyant policy sees as far as the last of them. */
  request(...ids: readonly number[]): this {
    ids.forEach((id, at) => {
      const next = ids.indexOf(id, at + 1);
      this.nextAccess[id] = next < 0 ? NEVER : next;
      if (this.resident.has(id)) this.hit(id);
      else this.miss(id);
    });
    return this;
  }

  remove(id: number): void {
    this.policy.remove(id);
    this.resident.delete(id);
  }

  private hit(id: number): void {
    this.policy.hit(id);
    this.shed();
  }

  private miss(id: number): void {
    this.misses++;
    if (this.policy.accepts?.(id) === false || this.size(id) > this.capacity) return;
    while (this.used() + this.size(id) > this.capacity) {
      const victim = this.policy.evict(id);
      if (victim === id) return;
      this.leave(victim);
    }
    this.policy.insert(id);
    this.resident.add(id);
    this.shed();
  }

  private shed(): void {
    if (!this.policy.surplus) return;
    for (let id = this.policy.surplus(); id >= 0; id = this.policy.surplus()) this.leave(id);
  }

  private leave(id: number): void {
    this.resident.delete(id);
    this.evicted.push(id);
  }

  private size(id: number): number {
    return this.sizes ? this.sizes[id]! : 1;
  }

  private used(): number {
    return [...this.resident].reduce((sum, id) => sum + this.size(id), 0);
  }
}
