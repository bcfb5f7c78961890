import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';

interface Candidate {
  readonly id: number;
  readonly idle: number;
}

/** The eviction pool of Redis on plain arrays, best candidate last; how idle an entry is, two subclasses say. */
abstract class RedisTwin implements EvictionPolicy {
  protected readonly context: EvictionContext;
  protected accesses = 0;
  private readonly samples: number;
  private residents: number[] = [];
  private pool: Candidate[] = [];
  private chosen: { readonly incoming: number; readonly id: number } | undefined;

  constructor(context: EvictionContext, samples: number) {
    this.context = context;
    this.samples = samples;
  }

  protected abstract idle(id: number): number;
  protected abstract used(id: number, isNew: boolean): void;

  hit(id: number): void {
    this.used(id, false);
    this.accesses++;
    this.chosen = undefined;
  }

  victim(incoming: number): number {
    if (this.chosen?.incoming === incoming) return this.chosen.id;
    for (;;) {
      for (const id of this.sample()) this.offer({ id, idle: this.idle(id) });
      while (this.pool.length > 0 && !this.residents.includes(this.pool.at(-1)!.id)) this.pool.pop();
      if (this.pool.length === 0) continue;
      this.chosen = { incoming, id: this.pool.at(-1)!.id };
      return this.chosen.id;
    }
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.pool.pop();
    this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    this.residents.push(id);
    this.used(id, true);
    this.accesses++;
    this.chosen = undefined;
  }

  remove(id: number): void {
    const last = this.residents.pop()!;
    this.residents = this.residents.map(each => (each === id ? last : each));
    this.chosen = undefined;
  }

  private sample(): number[] {
    const { length } = this.residents;
    if (length <= this.samples) return [...this.residents];
    return Array.from({ length: this.samples }, () => this.residents[Math.floor(this.context.random() * length)]!);
  }

  private offer(candidate: Candidate): void {
    const better = (each: Candidate) => each.idle >= candidate.idle;
    const full = this.pool.length === 16;
    if (full && better(this.pool[0]!)) return;
    if (full) this.pool.shift();
    this.pool = [...this.pool.filter(each => !better(each)), candidate, ...this.pool.filter(better)];
  }
}

export class RedisLruTwin extends RedisTwin {
  private readonly resolution: number;
  private readonly lastUse = new Map<number, number>();

  constructor(context: EvictionContext, samples: number, resolution: number) {
    super(context, samples);
    this.resolution = resolution;
  }

  protected idle(id: number): number {
    return Math.floor(this.accesses / this.resolution) - Math.floor(this.lastUse.get(id)! / this.resolution);
  }

  protected used(id: number): void {
    this.lastUse.set(id, this.accesses);
  }
}

export class RedisLfuTwin extends RedisTwin {
  private readonly factor: number;
  private readonly decay: number;
  private readonly minute: number;
  private readonly entries = new Map<number, { readonly counter: number; readonly minute: number }>();

  constructor(context: EvictionContext, samples: number, factor: number, decay: number, minute: number) {
    super(context, samples);
    this.factor = factor;
    this.decay = decay;
    this.minute = minute;
  }

  protected idle(id: number): number {
    return -this.decayed(id);
  }

  protected used(id: number, isNew: boolean): void {
    this.entries.set(id, { counter: isNew ? 5 : this.grown(this.decayed(id)), minute: this.now() });
  }

  private grown(counter: number): number {
    if (counter === 255) return 255;
    return counter + (this.context.random() < 1 / (Math.max(0, counter - 5) * this.factor + 1) ? 1 : 0);
  }

  private now(): number {
    return Math.floor(this.accesses / this.minute);
  }

  private decayed(id: number): number {
    const { counter, minute } = this.entries.get(id)!;
    const periods = this.decay === 0 ? 0 : Math.floor((this.now() - minute) / this.decay);
    return Math.max(0, counter - periods);
  }
}
