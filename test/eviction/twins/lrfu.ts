import type { EvictionPolicy } from '../../../policies/eviction/contract.ts';

/** LRFU by the definition: a weight for each reference since the insertion, summed up whenever somebody has to leave. */
export class LrfuTwin implements EvictionPolicy {
  private readonly lambda: number;
  private readonly references = new Map<number, number[]>();
  private time = 0;

  constructor(lambda: number) {
    this.lambda = lambda;
  }

  hit(id: number): void {
    this.references.get(id)!.push(++this.time);
  }

  victim(_incoming: number): number {
    const crf = (times: readonly number[]) =>
      times.reduce((sum, time) => sum + 0.5 ** (this.lambda * (this.time - time)), 0);
    return [...this.references].reduce((a, b) => (crf(b[1]) < crf(a[1]) ? b : a))[0];
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    this.references.set(id, [++this.time]);
  }

  remove(id: number): void {
    this.references.delete(id);
  }
}
