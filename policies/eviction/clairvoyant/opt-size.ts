import { InputError } from '../../../spec/input-error.ts';
import { type IdList, Links } from '../../structures/links.ts';
import { ResidentTable } from '../../structures/resident-table.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy, NEVER } from '../contract.ts';

/**
 * Bélády's rule with sizes, as in libCacheSim's beladySize: an entry occupies its bytes until its next request, so of the drawn
 * residents the one with the largest product of size and distance to that request leaves. What is never requested again is
 * not taken in, or leaves before all others. With no more residents than samples it looks at every one of them.
 */
class OptSize implements EvictionPolicy {
  private readonly context: EvictionContext;
  private readonly samples: number;
  private readonly nextAccess: Int32Array;
  /** The residents that are requested again, and those that are not. */
  private readonly needed: ResidentTable;
  private readonly spent: IdList;
  /** By id: its next request as last seen here; -1 before it was seen. */
  private readonly foreseen: Int32Array;
  private now = -1;
  /** Chosen by `victim` for this newcomer, as long as nothing has happened since; else -1. */
  private chosen = -1;
  private chosenFor = -1;

  constructor(context: EvictionContext, samples: number) {
    if (!context.nextAccess)
      throw new InputError('opt-size', 'it reads the future, which is known only when a finite workload is replayed');
    this.context = context;
    this.samples = samples;
    this.nextAccess = context.nextAccess;
    this.needed = new ResidentTable(context.universe);
    this.spent = new Links(context.universe, 1).list();
    this.foreseen = new Int32Array(context.universe).fill(-1);
  }

  accepts(incoming: number): boolean {
    this.observe(incoming);
    return this.nextAccess[incoming] !== NEVER;
  }

  hit(id: number): void {
    this.remove(id);
    this.insert(id);
  }

  victim(incoming: number): number {
    this.observe(incoming);
    if (this.chosen < 0 || this.chosenFor !== incoming) {
      this.chosen = this.spent.empty ? this.search() : this.spent.tail;
      this.chosenFor = incoming;
    }
    return this.chosen;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    this.observe(id);
    if (this.nextAccess[id] === NEVER) this.spent.pushHead(id);
    else this.needed.insert(id);
    this.chosen = -1;
  }

  remove(id: number): void {
    if (this.needed.has(id)) this.needed.remove(id);
    else this.spent.unlink(id);
    this.chosen = -1;
  }

  remembers(id: number): boolean {
    return this.foreseen[id] !== -1;
  }

  /** Nobody tells the number of the present request; but it is what was foreseen for the id that is asked for, or one more. */
  private observe(id: number): void {
    const next = this.nextAccess[id]!;
    const foreseen = this.foreseen[id]!;
    if (foreseen === next) return;
    this.foreseen[id] = next;
    this.now = Math.max(this.now + 1, foreseen === NEVER ? 0 : foreseen);
    // Distances have changed, also for a newcomer that was refused and comes again.
    this.chosen = -1;
  }

  private search(): number {
    const { needed, nextAccess } = this;
    const all = needed.count <= this.samples;
    const count = all ? needed.count : this.samples;
    let victim = -1;
    let largest = 0;
    for (let i = 0; i < count; i++) {
      const id = all ? needed.at(i) : needed.draw(this.context.random());
      const occupancy = this.occupancy(id);
      if (victim < 0 || occupancy > largest || (occupancy === largest && nextAccess[id]! > nextAccess[victim]!)) {
        victim = id;
        largest = occupancy;
      }
    }
    return victim;
  }

  /** Bytes, or entries, times requests, until the id is asked for again. */
  private occupancy(id: number): number {
    const { sizes } = this.context;
    return (sizes ? sizes[id]! : 1) * (this.nextAccess[id]! - this.now);
  }
}

export const optSize = defineEviction({
  name: 'opt-size',
  aliases: ['belady-size'],
  summary: "Bélády's rule with sizes: evicts the largest product of size and distance to the next request",
  about:
    'Looks into the future and evicts, of some residents drawn at random, the one that would occupy the most bytes for ' +
    'the longest time until its next request; what is never requested again is not taken in. The best choice with ' +
    'sizes is hard to compute, so this is no bound, but a strong mark: it misses far less often than Bélády’s own ' +
    'rule where sizes differ.',
  paper: null,
  parameters: {
    samples: {
      type: 'integer',
      default: 128,
      min: 1,
      max: 1_000_000,
      summary: 'entries drawn for each eviction; with as many residents or fewer it looks at all of them',
    },
  },
  capabilities: { sized: true, clairvoyant: true, randomised: true },
  // It knows the next request of whoever was ever asked for.
  mostRemembered: () => Number.POSITIVE_INFINITY,
  create: (context, { samples }) => new OptSize(context, samples),
});
