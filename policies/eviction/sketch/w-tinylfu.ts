import { FrequencySketch } from '../../structures/frequency-sketch.ts';
import type { IdList } from '../../structures/links.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';
import { type PolicyPart, residentsIn } from '../inspection.ts';
import { residentLists } from '../resident-lists.ts';
import { HillClimber } from './hill-climber.ts';

/** Which list holds a resident. */
const WINDOW = 0;
const PROBATION = 1;
const PROTECTED = 2;

/** A rejected candidate at least this frequent is admitted all the same now and then, with this chance. */
const WARM = 6;
const CHANCE = 1 / 128;

/**
 * Window TinyLFU. Newcomers enter a small LRU window. What overflows from it, the candidate, enters the main cache, a
 * segmented LRU, only if it was requested more often of late than the main cache's victim; the loser of the two is evicted.
 * A sketch estimates both frequencies. Exact counts, which a column over dense ids could hold, take 0.6 of the time, but are up
 * to 10 points of hit ratio away from Caffeine on loops: there all ids are equally frequent, and the errors of the sketch
 * break the ties. As in Caffeine, warm candidates are admitted at random now and then, lest a chosen set of keys that collide
 * with the victim shut all others out. With `climb` the window's share follows the hit ratio. With sizes all lengths are bytes.
 */
class WindowTinyLfu implements EvictionPolicy {
  private readonly window: IdList;
  private readonly probation: IdList;
  private readonly protectedSegment: IdList;
  private readonly where: Uint8Array;
  private readonly context: EvictionContext;
  private readonly sizes: Float64Array | null;
  private readonly sketch: FrequencySketch;
  private readonly climber: HillClimber | null;
  private maxWindow: number;
  private maxProtected: number;
  private sizeWindow = 0;
  private sizeProtected = 0;
  /** Room was needed once: requests since then tell how well the shares suit. */
  private full = false;
  /** The newcomer whose request has been counted already, or -1. */
  private counted = -1;
  /** Who is to leave for it, as long as nothing has changed; else -1. */
  private chosen = -1;

  constructor(context: EvictionContext, share: number, protectedShare: number, sample: number, climb: boolean) {
    const { capacity, universe, sizes } = context;
    [this.window, this.probation, this.protectedSegment] = residentLists(context, 3) as [IdList, IdList, IdList];
    this.where = new Uint8Array(universe);
    this.context = context;
    this.sizes = sizes;
    const maxMain = Math.floor(capacity * (1 - share));
    this.maxWindow = capacity - maxMain;
    this.maxProtected = Math.floor(maxMain * protectedShare);
    const entries = sizes ? universe : Math.min(capacity, universe);
    this.sketch = new FrequencySketch(universe, entries, sample);
    this.climber = climb ? new HillClimber(capacity, Math.max(1, Math.floor(sample * entries))) : null;
  }

  hit(id: number): void {
    this.chosen = -1;
    this.count(id, true);
    const { where } = this;
    if (where[id] === WINDOW) this.window.moveToHead(id);
    else if (where[id] === PROTECTED) this.protectedSegment.moveToHead(id);
    else this.promote(id);
  }

  victim(incoming: number): number {
    this.full = true;
    this.countNewcomer(incoming);
    if (this.chosen < 0) this.chosen = this.choose(incoming);
    return this.chosen;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    if (victim === incoming) this.counted = -1;
    else this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    this.countNewcomer(id);
    this.counted = -1;
    const size = this.sizeOf(id);
    if (size > this.maxWindow) {
      this.where[id] = PROBATION;
      this.probation.pushHead(id);
      return;
    }
    this.where[id] = WINDOW;
    this.window.pushHead(id);
    this.sizeWindow += size;
    while (this.sizeWindow > this.maxWindow) this.probation.pushHead(this.leaveWindow());
  }

  remove(id: number): void {
    this.chosen = -1;
    this.window.unlink(id);
    if (this.where[id] === WINDOW) this.sizeWindow -= this.sizeOf(id);
    else if (this.where[id] === PROTECTED) this.sizeProtected -= this.sizeOf(id);
  }

  remembers(id: number): boolean {
    return this.counted === id;
  }

  private choose(incoming: number): number {
    const victim = this.mainVictim();
    const size = this.sizeOf(incoming);
    if (this.sizeWindow + size <= this.maxWindow) return victim;
    // What is larger than the window has nowhere to wait: it is a candidate at once.
    const candidate = size > this.maxWindow ? incoming : this.window.tail;
    return this.admits(candidate, victim) ? victim : candidate;
  }

  private admits(candidate: number, victim: number): boolean {
    const { sketch } = this;
    const rival = sketch.of(victim);
    if (sketch.exceeds(candidate, rival)) return true;
    return rival >= WARM && sketch.exceeds(candidate, WARM - 1) && this.context.random() < CHANCE;
  }

  private mainVictim(): number {
    if (!this.probation.empty) return this.probation.tail;
    return this.protectedSegment.empty ? this.window.tail : this.protectedSegment.tail;
  }

  private countNewcomer(id: number): void {
    if (this.counted === id) return;
    this.counted = id;
    this.chosen = -1;
    this.count(id, false);
  }

  private count(id: number, hit: boolean): void {
    this.sketch.increment(id);
    if (this.climber === null || !this.full) return;
    const step = this.climber.observe(hit);
    if (step !== 0) this.moveBoundary(step);
  }

  private promote(id: number): void {
    this.where[id] = PROTECTED;
    this.sizeProtected += this.sizeOf(id);
    this.probation.unlink(id);
    this.protectedSegment.pushHead(id);
    this.demoteOverflow();
  }

  private demoteOverflow(): void {
    while (this.sizeProtected > this.maxProtected) {
      const id = this.protectedSegment.tail;
      this.protectedSegment.unlink(id);
      this.sizeProtected -= this.sizeOf(id);
      this.where[id] = PROBATION;
      this.probation.pushHead(id);
    }
  }

  /** Takes the oldest out of the window, on probation. */
  private leaveWindow(): number {
    const id = this.window.tail;
    this.window.unlink(id);
    this.sizeWindow -= this.sizeOf(id);
    this.where[id] = PROBATION;
    return id;
  }

  /** The window grows at the expense of the protected segment and shrinks in its favour; the share of probation stays. */
  private moveBoundary(step: number): void {
    const both = this.maxWindow + this.maxProtected;
    this.maxWindow = Math.min(both, Math.max(0, this.maxWindow + step));
    this.maxProtected = both - this.maxWindow;
    this.demoteOverflow();
    // Who goes back before it was judged is the first to be judged again.
    while (this.sizeWindow > this.maxWindow) this.probation.pushTail(this.leaveWindow());
    while (!this.probation.empty && this.sizeWindow + this.sizeOf(this.probation.tail) <= this.maxWindow) {
      const id = this.probation.tail;
      this.probation.unlink(id);
      this.where[id] = WINDOW;
      this.window.pushHead(id);
      this.sizeWindow += this.sizeOf(id);
    }
  }

  private sizeOf(id: number): number {
    return this.sizes === null ? 1 : this.sizes[id]!;
  }

  inspect(): PolicyPart[] {
    const count = (id: number) => this.sketch.of(id);
    return [
      residentsIn('window', this.window, count),
      residentsIn('protected', this.protectedSegment, count),
      residentsIn('probation', this.probation, count),
    ];
  }
}

export const wTinyLfu = defineEviction({
  name: 'w-tinylfu',
  aliases: ['wtinylfu'],
  summary: 'A small LRU window before a segmented LRU that admits only what was requested more often than its victim',
  about:
    'Newcomers enter a small LRU window; what leaves it enters the main cache, a segmented LRU, only if it was requested ' +
    'more often of late than the entry that would leave. Scans and one-hit wonders never reach the main cache, and ' +
    'it comes near the best on skewed traffic; where recency matters more than frequency the window of one percent is ' +
    'too small, unless a hill climber may move its share.',
  paper: {
    authors: 'G. Einziger, O. Eytan, R. Friedman, B. Manes',
    title: 'Adaptive software cache management',
    venue: 'Middleware',
    year: 2018,
  },
  parameters: {
    window: {
      type: 'number',
      default: 0.01,
      min: 0,
      max: 1,
      summary: 'share of the window, rounded up to whole entries; with climb, its first share',
    },
    protected: {
      type: 'number',
      default: 0.8,
      min: 0,
      max: 1,
      summary: 'share of the protected segment in the main cache',
    },
    sample: {
      type: 'number',
      default: 10,
      min: 0.1,
      max: 1_000,
      summary:
        'requests in a sample, as a multiple of the entries that the cache can hold: after each, frequencies are halved and the climber takes a step',
    },
    climb: {
      type: 'choice',
      choices: ['none', 'simple'],
      default: 'none',
      summary: 'hill climber that moves the share of the window',
    },
  },
  capabilities: { sized: true, randomised: true, adaptive: true },
  create: (context, values) =>
    new WindowTinyLfu(context, values.window, values.protected, values.sample, values.climb === 'simple'),
});
