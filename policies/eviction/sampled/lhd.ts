import { ResidentTable } from '../../structures/resident-table.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';
import { HitDensity } from './hit-density.ts';

/** So many samples are enough while little is known, in order to learn sooner what the others would do. */
const EARLY_SAMPLES = 8;
const EARLY_RECONFIGURATIONS = 50;
/** Some entries are kept whatever their rank, to learn what happens at ages that nothing else reaches. */
const EXPLORER_BUDGET_FRACTION = 0.01;
const EXPLORE_INVERSE_PROBABILITY = 32;
/** An explorer's rank is above that of all others. */
const EXPLORER_BONUS = 1;
const EWMA_DECAY = 0.9;

interface LhdParameters {
  readonly samples: number;
  readonly admissions: number;
  readonly interval: number;
  readonly ages: number;
  readonly coarsening: number;
}

/**
 * Least hit density. Of some residents drawn at random and the newcomers that looked bad lately, the one leaves that is expected
 * to bring the fewest hits for the space and time that it takes up: its hit density over its size. Densities are learned from the
 * ages at which entries of its class were hit and evicted.
 */
class Lhd implements EvictionPolicy {
  private readonly context: EvictionContext;
  private readonly samples: number;
  private readonly interval: number;
  private readonly density: HitDensity;
  private readonly residents: ResidentTable;
  /** By id. */
  private readonly timestamp: Float64Array;
  private readonly lastHitAge: Float64Array;
  private readonly lastLastHitAge: Float64Array;
  private readonly hitAgeClass: Uint8Array;
  private readonly explorer: Uint8Array;
  private readonly recentlyAdmitted: Int32Array;
  private recentlyAdmittedHead = 0;
  private explorerBudget: number;
  private ewmaVictimHitDensity = 0;
  private now = 0;
  /** Chosen by `victim` for this newcomer, as long as nothing has happened since; else -1. */
  private chosen = -1;
  private chosenFor = -1;

  constructor(context: EvictionContext, { samples, admissions, interval, ages, coarsening }: LhdParameters) {
    const { universe, capacity } = context;
    this.context = context;
    this.samples = samples;
    this.interval = interval;
    this.density = new HitDensity(ages, 2 ** coarsening);
    this.residents = new ResidentTable(universe);
    this.timestamp = new Float64Array(universe);
    this.lastHitAge = new Float64Array(universe);
    this.lastLastHitAge = new Float64Array(universe);
    this.hitAgeClass = new Uint8Array(universe);
    this.explorer = new Uint8Array(universe);
    this.recentlyAdmitted = new Int32Array(admissions).fill(-1);
    this.explorerBudget = Math.floor(EXPLORER_BUDGET_FRACTION * capacity);
  }

  hit(id: number): void {
    const age = this.age(id);
    this.density.countHit(this.hitAgeClass[id]!, age);
    this.endExploring(id);
    this.lastLastHitAge[id] = this.lastHitAge[id]!;
    this.lastHitAge[id] = age;
    this.use(id);
    this.tick();
  }

  victim(incoming: number): number {
    if (this.chosen < 0 || this.chosenFor !== incoming) {
      this.chosen = this.search();
      this.chosenFor = incoming;
    }
    return this.chosen;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    const rank = this.rank(victim);
    // Overaged victims have a rank below all numbers, which is not their density.
    if (rank > Number.NEGATIVE_INFINITY)
      this.ewmaVictimHitDensity = EWMA_DECAY * this.ewmaVictimHitDensity + (1 - EWMA_DECAY) * rank;
    this.density.countEviction(this.hitAgeClass[victim]!, this.age(victim));
    this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    this.residents.insert(id);
    this.lastLastHitAge[id] = this.density.maxAge;
    this.lastHitAge[id] = 0;
    const explores = this.use(id);
    if (!explores && this.rank(id) < this.ewmaVictimHitDensity) {
      this.recentlyAdmitted[this.recentlyAdmittedHead] = id;
      this.recentlyAdmittedHead = (this.recentlyAdmittedHead + 1) % this.recentlyAdmitted.length;
    }
    this.tick();
  }

  remove(id: number): void {
    this.endExploring(id);
    this.residents.remove(id);
    this.chosen = -1;
  }

  remembers(id: number): boolean {
    return this.recentlyAdmitted.includes(id) || (this.chosen >= 0 && this.chosenFor === id);
  }

  /** @returns whether chance makes the entry an explorer, should the budget allow it */
  private use(id: number): boolean {
    this.chosen = -1;
    this.timestamp[id] = this.now;
    this.hitAgeClass[id] = this.density.classOf(this.lastHitAge[id]! + this.lastLastHitAge[id]!);
    const explores = this.context.random() * EXPLORE_INVERSE_PROBABILITY < 1;
    if (explores && this.explorerBudget > 0 && this.density.numReconfigurations < EARLY_RECONFIGURATIONS) {
      this.explorer[id] = 1;
      this.explorerBudget -= this.size(id);
    }
    return explores;
  }

  private tick(): void {
    this.now++;
    if (this.now % this.interval === 0) this.density.reconfigure(this.residents.count);
  }

  private endExploring(id: number): void {
    if (this.explorer[id] === 0) return;
    this.explorer[id] = 0;
    this.explorerBudget += this.size(id);
  }

  private search(): number {
    const { residents } = this;
    const early = this.density.numReconfigurations <= EARLY_RECONFIGURATIONS;
    const samples = early ? Math.min(EARLY_SAMPLES, this.samples) : this.samples;
    let victim = -1;
    let lowest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < samples + this.recentlyAdmitted.length; i++) {
      const id = i < samples ? residents.draw(this.context.random()) : this.recentlyAdmitted[i - samples]!;
      if (id < 0 || !residents.has(id)) continue;
      const rank = this.rank(id);
      if (rank < lowest) {
        victim = id;
        lowest = rank;
      }
    }
    return victim;
  }

  private rank(id: number): number {
    const density = this.density.of(this.hitAgeClass[id]!, this.age(id)) / Math.max(1, this.size(id));
    return density + this.explorer[id]! * EXPLORER_BONUS;
  }

  private age(id: number): number {
    return this.density.ageAfter(this.now - this.timestamp[id]!);
  }

  private size(id: number): number {
    return this.context.sizes ? this.context.sizes[id]! : 1;
  }
}

export const lhd = defineEviction({
  name: 'lhd',
  aliases: ['least-hit-density'],
  summary:
    'Least hit density: learns how many hits an entry still brings for its space and time, and evicts the fewest',
  about:
    'Counts at which ages entries are hit and evicted, and from that expects how many hits an entry will bring for the ' +
    'bytes and time that it takes up; of some drawn at random, the one with the fewest leaves. It looks at sizes, ' +
    'survives scans and loops, and has no order to keep. Until its first reconfiguration, after a million ' +
    'requests, it follows a fixed table like GDSF’s: short runs do not show what it can learn unless the interval is ' +
    'shortened.',
  paper: {
    authors: 'N. Beckmann, H. Chen, A. Cidon',
    title: 'LHD: improving cache hit rate by maximizing hit density',
    venue: 'NSDI',
    year: 2018,
  },
  parameters: {
    samples: {
      type: 'integer',
      default: 32,
      min: 1,
      max: 1024,
      summary: 'entries drawn for each eviction, up to eight of them until 50 reconfigurations have passed',
    },
    admissions: {
      type: 'integer',
      default: 8,
      min: 1,
      max: 1024,
      summary: 'newcomers worth less than victims lately that are looked at too',
    },
    interval: { type: 'integer', default: 1_048_576, min: 1, summary: 'requests between reconfigurations' },
    ages: { type: 'integer', default: 20_000, min: 2, max: 1_000_000, summary: 'ages that are told apart' },
    coarsening: {
      type: 'integer',
      default: 10,
      min: 0,
      max: 40,
      summary: 'binary logarithm of the requests in a step of age, until it is set by the number of entries',
    },
  },
  capabilities: { sized: true, randomised: true, adaptive: true, scales: false },
  mostRemembered: (_capacity, { admissions }) => admissions,
  create: (context, values) => new Lhd(context, values),
});
