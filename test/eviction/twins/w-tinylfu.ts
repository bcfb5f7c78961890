import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';
import { CountMinTwin } from './count-min.ts';

interface Options {
  readonly window: number;
  readonly protected: number;
  readonly sample: number;
  readonly climb: boolean;
}

/** Window TinyLFU on plain arrays, oldest first. */
export class WindowTinyLfuTwin implements EvictionPolicy {
  private readonly context: EvictionContext;
  private readonly options: Options;
  private readonly frequency: CountMinTwin;
  private readonly entries: number;
  private maxWindow: number;
  private maxProtected: number;
  private window: number[] = [];
  private probation: number[] = [];
  private safe: number[] = [];
  private newcomer: number | undefined;
  private decision: number | undefined;
  private seenFull = false;
  /** Outcomes of the present sample. */
  private outcomes: boolean[] = [];
  private ratio = 0;
  private grows = false;
  private step: number;
  private rest = 0;

  constructor(context: EvictionContext, options: Options) {
    const main = Math.floor(context.capacity * (1 - options.window));
    this.context = context;
    this.options = options;
    this.entries = context.sizes ? context.universe : Math.min(context.capacity, context.universe);
    this.frequency = new CountMinTwin(this.entries, options.sample);
    this.maxWindow = context.capacity - main;
    this.maxProtected = Math.floor(main * options.protected);
    this.step = context.capacity / 16;
  }

  hit(id: number): void {
    this.decision = undefined;
    this.count(id, true);
    if (this.window.includes(id)) this.window = [...this.window.filter(each => each !== id), id];
    else {
      this.probation = this.probation.filter(each => each !== id);
      this.safe = [...this.safe.filter(each => each !== id), id];
      this.demote();
    }
  }

  victim(incoming: number): number {
    this.seenFull = true;
    this.meet(incoming);
    this.decision ??= this.decide(incoming);
    return this.decision;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    if (victim === incoming) this.newcomer = undefined;
    else this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    this.meet(id);
    this.newcomer = undefined;
    if (this.length([id]) > this.maxWindow) this.probation.push(id);
    else this.window.push(id);
    while (this.length(this.window) > this.maxWindow) this.probation.push(this.window.shift()!);
  }

  remove(id: number): void {
    this.decision = undefined;
    this.window = this.window.filter(each => each !== id);
    this.probation = this.probation.filter(each => each !== id);
    this.safe = this.safe.filter(each => each !== id);
  }

  private decide(incoming: number): number {
    const victim = [...this.probation, ...this.safe, ...this.window][0]!;
    if (this.length([...this.window, incoming]) <= this.maxWindow) return victim;
    const candidate = this.length([incoming]) > this.maxWindow ? incoming : this.window[0]!;
    const frequency = this.frequency.of(candidate);
    if (frequency > this.frequency.of(victim)) return victim;
    return frequency >= 6 && this.context.random() < 1 / 128 ? victim : candidate;
  }

  private meet(incoming: number): void {
    if (this.newcomer === incoming) return;
    this.newcomer = incoming;
    this.decision = undefined;
    this.count(incoming, false);
  }

  private count(id: number, hit: boolean): void {
    this.frequency.increment(id);
    if (!this.options.climb || !this.seenFull) return;
    this.outcomes.push(hit);
    if (this.outcomes.length < Math.floor(this.options.sample * this.entries)) return;
    const ratio = this.outcomes.filter(Boolean).length / this.outcomes.length;
    this.outcomes = [];
    if (ratio < this.ratio) this.grows = !this.grows;
    if (Math.abs(ratio - this.ratio) >= 0.05) this.step = this.context.capacity / 16;
    this.ratio = ratio;
    const wanted = (this.grows ? this.step : -this.step) + this.rest;
    this.rest = wanted % 1;
    this.step *= 0.98;
    if (wanted - this.rest !== 0) this.resize(wanted - this.rest);
  }

  private resize(step: number): void {
    const both = this.maxWindow + this.maxProtected;
    this.maxWindow = Math.min(both, Math.max(0, this.maxWindow + step));
    this.maxProtected = both - this.maxWindow;
    this.demote();
    while (this.length(this.window) > this.maxWindow) this.probation.unshift(this.window.shift()!);
    while (this.probation.length > 0 && this.length([...this.window, this.probation[0]!]) <= this.maxWindow)
      this.window.push(this.probation.shift()!);
  }

  private demote(): void {
    while (this.length(this.safe) > this.maxProtected) this.probation.push(this.safe.shift()!);
  }

  private length(ids: readonly number[]): number {
    return ids.reduce((sum, id) => sum + (this.context.sizes ? this.context.sizes[id]! : 1), 0);
  }
}
