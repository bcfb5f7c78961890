import type { EvictionPolicy } from '../../../policies/eviction/contract.ts';

/** The order of ULC with the whole stack on a plain array: residents and others, the newest last. */
export class UlcTwin implements EvictionPolicy {
  private stack: number[] = [];
  private readonly residents = new Set<number>();
  /** The newcomer that was put on top of the stack already, and where it was: -1 if nowhere. */
  private seen: number | undefined;
  private place = -1;

  hit(id: number): void {
    this.seen = undefined;
    this.putOnTop(id);
  }

  victim(incoming: number): number {
    this.see(incoming);
    const yardstick = this.stack.findIndex(id => this.residents.has(id));
    // With the newcomer taken out, those above its old place have moved down by one: the yardstick was below it if it still is.
    return this.place > yardstick ? this.stack[yardstick]! : incoming;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    if (victim === incoming) this.seen = undefined;
    else this.residents.delete(victim);
    return victim;
  }

  insert(id: number): void {
    this.see(id);
    this.seen = undefined;
    this.residents.add(id);
  }

  remove(id: number): void {
    this.residents.delete(id);
    // What was below may have been seen, so that the places of the others stay as they are.
    const at = this.stack.indexOf(id);
    this.stack.splice(at, 1);
    if (at < this.place) this.place--;
  }

  private see(incoming: number): void {
    if (this.seen === incoming) return;
    this.seen = incoming;
    this.place = this.stack.indexOf(incoming);
    this.putOnTop(incoming);
  }

  private putOnTop(id: number): void {
    this.stack = [...this.stack.filter(each => each !== id), id];
  }
}
