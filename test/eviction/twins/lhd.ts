import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';

interface Entry {
  readonly id: number;
  readonly usedAt: number;
  /** Ages at the last hit and the one before. */
  readonly hitAges: readonly [number, number];
  readonly explores: boolean;
}

interface Settings {
  readonly samples: number;
  readonly admissions: number;
  readonly interval: number;
  readonly ages: number;
  readonly coarsening: number;
}

type Counts = number[][];

/** LHD on plain arrays: whatever can be computed when it is asked for is computed then. */
export class LhdTwin implements EvictionPolicy {
  private readonly context: EvictionContext;
  private readonly settings: Settings;
  private readonly entries: Entry[] = [];
  private hits: Counts;
  private evictions: Counts;
  private densities: Counts;
  private step: number;
  private sizesSeen = { sum: 0, weight: 0 };
  private reconfigurations = 0;
  private suspects: number[] = [];
  private suspected = 0;
  private victimDensity = 0;
  private now = 0;
  private announced: { readonly incoming: number; readonly victim: number } | undefined;

  constructor(context: EvictionContext, settings: Settings) {
    this.context = context;
    this.settings = settings;
    const table = (value: (c: number, a: number) => number) =>
      Array.from({ length: 16 }, (_, c) => Array.from({ length: settings.ages }, (_, a) => value(c, a)));
    this.hits = table(() => 0);
    this.evictions = table(() => 0);
    this.densities = table((c, a) => (17 + c) / (a + 1));
    this.step = 2 ** settings.coarsening;
  }

  hit(id: number): void {
    const at = this.entries.findIndex(each => each.id === id);
    const entry = this.entries[at]!;
    const age = this.age(entry);
    this.hits[this.classOf(entry)]![age]!++;
    this.entries[at] = { ...entry, explores: false };
    this.entries[at] = this.used(id, [age, entry.hitAges[0]]).entry;
    this.tick();
  }

  victim(incoming: number): number {
    if (this.announced?.incoming !== incoming) {
      const samples = this.reconfigurations <= 50 ? Math.min(8, this.settings.samples) : this.settings.samples;
      const draw = () => this.entries[Math.floor(this.context.random() * this.entries.length)]!;
      const drawn = Array.from({ length: samples }, draw);
      const suspects = this.suspects.flatMap(id => this.entries.filter(each => each.id === id));
      const candidates = [...drawn, ...suspects];
      const ranks = candidates.map(each => this.rank(each));
      this.announced = { incoming, victim: candidates[ranks.indexOf(Math.min(...ranks))]!.id };
    }
    return this.announced.victim;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    const entry = this.entries.find(({ id }) => id === victim)!;
    const rank = this.rank(entry);
    if (Number.isFinite(rank)) this.victimDensity = 0.9 * this.victimDensity + (1 - 0.9) * rank;
    this.evictions[this.classOf(entry)]![this.age(entry)]!++;
    this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    const { entry, lucky } = this.used(id, [0, this.settings.ages]);
    this.entries.push(entry);
    if (!lucky && this.rank(entry) < this.victimDensity)
      this.suspects[this.suspected++ % this.settings.admissions] = id;
    this.tick();
  }

  remove(id: number): void {
    const at = this.entries.findIndex(each => each.id === id);
    const last = this.entries.pop()!;
    if (last.id !== id) this.entries[at] = last;
    this.announced = undefined;
  }

  private used(id: number, hitAges: readonly [number, number]): { readonly entry: Entry; readonly lucky: boolean } {
    const lucky = this.context.random() < 1 / 32;
    const explorers = this.entries.filter(each => each.explores);
    const budget = Math.floor(0.01 * this.context.capacity) - explorers.reduce((sum, each) => sum + this.size(each), 0);
    const explores = lucky && budget > 0 && this.reconfigurations < 50;
    return { entry: { id, usedAt: this.now, hitAges, explores }, lucky };
  }

  private tick(): void {
    this.announced = undefined;
    this.now++;
    if (this.now % this.settings.interval === 0) this.reconfigure();
  }

  private reconfigure(): void {
    const decay = (counts: Counts) => counts.map(ofClass => ofClass.map(count => count * 0.9));
    this.hits = decay(this.hits);
    this.evictions = decay(this.evictions);
    this.adaptStep();
    this.densities = this.densities.map((before, c) => {
      const hits = sumsFrom(this.hits[c]!);
      const events = sumsFrom(this.hits[c]!.map((count, a) => count + this.evictions[c]![a]!));
      const lifetimes = sumsFrom(events);
      const last = before.length - 1;
      return before.map((old, a) => (a === last ? old : events[a]! > 1e-5 ? hits[a]! / lifetimes[a]! : 0));
    });
    this.reconfigurations++;
  }

  private adaptStep(): void {
    const { sum, weight } = this.sizesSeen;
    this.sizesSeen = { sum: sum * 0.9 + this.entries.length, weight: weight * 0.9 + 1 };
    if (this.reconfigurations !== 5 && this.reconfigurations !== 25) return;
    const wanted = this.sizesSeen.sum / this.sizesSeen.weight / (0.01 * this.settings.ages);
    const before = this.step;
    this.step = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map(log => 2 ** log).find(step => step >= wanted)!;
    this.hits = this.hits.map(counts => stretched(counts, before, this.step));
    this.evictions = this.evictions.map(counts => stretched(counts, before, this.step));
    this.sizesSeen = { sum: this.sizesSeen.sum * 8, weight: this.sizesSeen.weight * 8 };
  }

  private rank(entry: Entry): number {
    const age = this.age(entry);
    if (age === this.settings.ages - 1) return Number.NEGATIVE_INFINITY;
    return this.densities[this.classOf(entry)]![age]! / this.size(entry) + (entry.explores ? 1 : 0);
  }

  private age(entry: Entry): number {
    return Math.min(Math.floor((this.now - entry.usedAt) / this.step), this.settings.ages - 1);
  }

  /** How often the ages double before they exceed all. */
  private classOf({ hitAges: [last, before] }: Entry): number {
    const doublings = Array.from({ length: 16 }, (_, log) => log);
    return doublings.find(log => (last + before) * 2 ** log >= this.settings.ages) ?? 15;
  }

  private size({ id }: { readonly id: number }): number {
    return this.context.sizes ? this.context.sizes[id]! : 1;
  }
}

/** By index: the sum from there to the end, added up from the end. */
function sumsFrom(values: readonly number[]): number[] {
  return values.map((_, from) => values.slice(from).reduceRight((sum, value) => sum + value, 0));
}

/** Each count spread evenly over the ages that its step covers; the last age stays, and takes in what is beyond. */
function stretched(counts: readonly number[], before: number, after: number): number[] {
  const last = counts.length - 1;
  const result = counts.map(() => 0);
  result[last] = counts[last]!;
  const order = counts.slice(0, last).map((_, age) => age);
  if (after <= before) order.reverse();
  for (const age of order) {
    const parts = Math.max(1, before / after);
    for (let part = 0; part < parts; part++)
      result[Math.min(Math.floor((age * before) / after) + part, last)]! += counts[age]! / parts;
  }
  return result;
}
