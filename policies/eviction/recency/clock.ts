import { IdRing } from '../../structures/id-ring.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';
import { type PolicyPart, residentsIn } from '../inspection.ts';

const ORDERS = ['evict-first', 'insert-first'] as const;

/**
 * CLOCK, also called second chance: a hand goes round the entries in order of insertion; it passes over those used since it
 * came by, counting each pass off, and stops at the first that has no use left. Newcomers stand just behind the hand.
 */
class Clock implements EvictionPolicy {
  private readonly ring;
  /** Uses not yet counted off by the hand. */
  private readonly uses;
  private readonly maxUses: number;
  private readonly insertFirst: boolean;
  /** With insert-first: the newcomer that already stands in the ring while room is made for it; -1 for none. */
  private entered = -1;

  constructor(context: EvictionContext, order: (typeof ORDERS)[number], bits: number) {
    this.ring = new IdRing(context.universe);
    this.uses = new Uint8Array(context.universe);
    this.maxUses = (1 << bits) - 1;
    this.insertFirst = order === 'insert-first';
  }

  hit(id: number): void {
    const uses = this.uses[id]!;
    if (uses < this.maxUses) this.uses[id] = uses + 1;
  }

  victim(incoming: number): number {
    const { ring, uses } = this;
    if (this.insertFirst) this.enter(incoming);
    let id = ring.hand;
    for (let left = uses[id]!; left > 0; left = uses[id]!) {
      uses[id] = left - 1;
      id = ring.newer(id);
    }
    ring.hand = id;
    return id;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.ring.remove(victim);
    if (victim === incoming) this.entered = -1;
    return victim;
  }

  insert(id: number): void {
    if (this.insertFirst) {
      this.enter(id);
      this.entered = -1;
    } else this.add(id);
  }

  remove(id: number): void {
    this.ring.remove(id);
  }

  remembers(id: number): boolean {
    return this.entered === id;
  }

  private enter(id: number): void {
    if (this.entered === id) return;
    // Room was asked for on behalf of somebody who was not let in after all.
    if (this.entered >= 0) this.ring.remove(this.entered);
    this.add(id);
    this.entered = id;
  }

  private add(id: number): void {
    this.uses[id] = 0;
    this.ring.insertBehindHand(id);
  }

  inspect(): PolicyPart[] {
    const part = residentsIn('ring', this.ring, id => this.uses[id]!);
    // The hand stands before the oldest.
    return [part.ids.length === 0 ? part : { ...part, hand: part.ids.length - 1 }];
  }
}

export const clock = defineEviction({
  name: 'clock',
  aliases: ['second-chance'],
  summary: 'CLOCK: first in, first out, but what was used since the hand came by is passed over',
  about:
    "A hand goes round the entries in order of insertion and spares those used since it last came by: LRU's idea " +
    'for the price of one bit. With more bits an entry survives several rounds. It hits about as often as LRU, and ' +
    'a little more where many entries are used once.',
  paper: {
    authors: 'F. J. Corbató',
    title: 'A paging experiment with the Multics system',
    venue: 'MIT Project MAC report MAC-M-384',
    year: 1968,
  },
  parameters: {
    order: {
      type: 'choice',
      choices: ORDERS,
      default: 'evict-first',
      summary:
        'with insert-first the unused newcomer stands in the ring before the hand moves, and may itself be the one to go',
    },
    bits: {
      type: 'integer',
      default: 1,
      min: 1,
      max: 8,
      summary: 'width of the use counter: an entry is passed over at most 2^bits - 1 times',
    },
  },
  capabilities: { sized: true },
  create: (context, values) => new Clock(context, values.order, values.bits),
});
