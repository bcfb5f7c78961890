import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';

interface Ghost {
  readonly id: number;
  readonly bytes: number;
  readonly at: number;
}

/** LeCaR on plain arrays and maps. */
export class LecarTwin implements EvictionPolicy {
  private readonly context: EvictionContext;
  private readonly learningRate: number;
  private readonly discount: number;
  private readonly room: number;
  /** Residents, the least recent first. */
  private recency: number[] = [];
  private readonly uses = new Map<number, { readonly count: number; readonly since: number }>();
  private readonly bytes = new Map<number, number>();
  /** Oldest first. */
  private histories: { lru: Ghost[]; lfu: Ghost[] } = { lru: [], lfu: [] };
  private weights = { lru: 0.5, lfu: 0.5 };
  private now = 0;
  private events = 0;
  private met: number | undefined;
  private decision: { readonly id: number; readonly expert: 'lru' | 'lfu' | 'both' } | undefined;

  constructor(context: EvictionContext, learningRate: number, discount: number, history: number) {
    this.context = context;
    this.learningRate = learningRate;
    this.discount = discount;
    this.room = Math.floor(history * context.capacity);
  }

  hit(id: number): void {
    this.now++;
    this.decision = undefined;
    this.recency = [...this.recency.filter(each => each !== id), id];
    this.uses.set(id, { count: this.uses.get(id)!.count + 1, since: this.events++ });
  }

  victim(incoming: number): number {
    this.meet(incoming);
    this.decision ??= this.decide();
    return this.decision.id;
  }

  evict(incoming: number): number {
    const id = this.victim(incoming);
    const { expert } = this.decision!;
    this.remove(id);
    if (expert !== 'both') {
      const history = [...this.histories[expert], { id, bytes: this.bytes.get(id)!, at: this.now }];
      while (history.reduce((sum, ghost) => sum + ghost.bytes, 0) > this.room) history.shift();
      this.histories[expert] = history;
    }
    return id;
  }

  insert(id: number): void {
    this.meet(id);
    this.met = undefined;
    this.decision = undefined;
    this.recency.push(id);
    this.uses.set(id, { count: 1, since: this.events++ });
    this.bytes.set(id, this.context.sizes ? this.context.sizes[id]! : 1);
  }

  remove(id: number): void {
    this.decision = undefined;
    this.recency = this.recency.filter(each => each !== id);
    this.uses.delete(id);
  }

  private decide() {
    const lru = this.recency[0]!;
    const [least] = [...this.uses].sort(([, a], [, b]) => a.count - b.count || a.since - b.since);
    const lfu = least![0];
    if (lru === lfu) return { id: lru, expert: 'both' } as const;
    const followsLru = Math.floor(this.context.random() * 100) < 100 * this.weights.lru;
    return followsLru ? ({ id: lru, expert: 'lru' } as const) : ({ id: lfu, expert: 'lfu' } as const);
  }

  private meet(incoming: number): void {
    if (this.met === incoming) return;
    this.met = incoming;
    this.now++;
    for (const expert of ['lru', 'lfu'] as const) {
      const ghost = this.histories[expert].find(each => each.id === incoming);
      if (!ghost) continue;
      this.histories[expert] = this.histories[expert].filter(each => each !== ghost);
      const discounted = (this.discount ** (1 / this.context.capacity)) ** (this.now - ghost.at);
      this.weights[expert] *= Math.exp(-this.learningRate * discounted);
      const lru = this.weights.lru + 1e-10;
      const lfu = this.weights.lfu + 1e-10;
      this.weights = { lru: lru / (lru + lfu), lfu: 1 - lru / (lru + lfu) };
    }
  }
}
