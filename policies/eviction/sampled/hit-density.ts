/** By the sum of the last two ages at which an entry was hit: its class, from long ago (0) to just now (15). */
const HIT_AGE_CLASSES = 16;
/** Each reconfiguration keeps so much of what was counted before. */
const EWMA_DECAY = 0.9;
/** What an age may be off, as a share of the entries. */
const AGE_COARSENING_ERROR_TOLERANCE = 0.01;
/** Age coarsening is set after so many reconfigurations, and once more: it matters only that the order of magnitude is right. */
const COARSENED_AFTER = [5, 25];

/**
 * What LHD knows: how often entries of a class were hit and evicted at each age, and what that says of an entry: its hit
 * density, the hits to expect by the time that it will still occupy the cache. Ages are in steps of some requests, a power
 * of two; the last one stands for all that are older. The start is roughly GDSF.
 */
export class HitDensity {
  readonly maxAge: number;
  /** All by class · maxAge + age. */
  private readonly hits: Float64Array;
  private readonly evictions: Float64Array;
  private readonly hitDensities: Float64Array;
  private ageCoarsening: number;
  private ewmaNumObjects = 0;
  private ewmaNumObjectsMass = 0;
  numReconfigurations = 0;

  /** @param ageCoarsening requests in a step of age, until the number of entries is known */
  constructor(maxAge: number, ageCoarsening: number) {
    this.maxAge = maxAge;
    this.ageCoarsening = ageCoarsening;
    this.hits = new Float64Array(HIT_AGE_CLASSES * maxAge);
    this.evictions = new Float64Array(HIT_AGE_CLASSES * maxAge);
    this.hitDensities = new Float64Array(HIT_AGE_CLASSES * maxAge);
    for (let c = 0; c < HIT_AGE_CLASSES; c++)
      // The authors' classes of other applications come first, so this application's count from 16.
      for (let a = 0; a < maxAge; a++) this.hitDensities[c * maxAge + a] = (HIT_AGE_CLASSES + c + 1) / (a + 1);
  }

  /** @param requests since the last use */
  ageAfter(requests: number): number {
    return Math.min(Math.floor(requests / this.ageCoarsening), this.maxAge - 1);
  }

  /** @param hitAges sum of the ages of the last two hits */
  classOf(hitAges: number): number {
    if (hitAges === 0) return HIT_AGE_CLASSES - 1;
    let log = 0;
    for (let age = hitAges; age < this.maxAge && log < HIT_AGE_CLASSES - 1; age *= 2) log++;
    return log;
  }

  /** Hits per request and entry; less than that of any other for an age beyond all that are told apart. */
  of(hitAgeClass: number, age: number): number {
    return age === this.maxAge - 1 ? Number.NEGATIVE_INFINITY : this.hitDensities[hitAgeClass * this.maxAge + age]!;
  }

  countHit(hitAgeClass: number, age: number): void {
    this.hits[hitAgeClass * this.maxAge + age]!++;
  }

  countEviction(hitAgeClass: number, age: number): void {
    this.evictions[hitAgeClass * this.maxAge + age]!++;
  }

  /** Learns from what was counted. @param residents entries in the cache */
  reconfigure(residents: number): void {
    for (let i = 0; i < this.hits.length; i++) {
      this.hits[i]! *= EWMA_DECAY;
      this.evictions[i]! *= EWMA_DECAY;
    }
    this.adaptAgeCoarsening(residents);
    for (let c = 0; c < HIT_AGE_CLASSES; c++) this.modelHitDensity(c * this.maxAge);
    this.numReconfigurations++;
  }

  /** From the oldest age down, so that the expected lifetime of what has reached an age is a running sum. */
  private modelHitDensity(start: number): void {
    const { hits, evictions, maxAge } = this;
    const last = start + maxAge - 1;
    let totalHits = hits[last]!;
    let totalEvents = hits[last]! + evictions[last]!;
    let lifetime = totalEvents;
    for (let i = last - 1; i >= start; i--) {
      totalHits += hits[i]!;
      totalEvents += hits[i]! + evictions[i]!;
      lifetime += totalEvents;
      this.hitDensities[i] = totalEvents > 1e-5 ? totalHits / lifetime : 0;
    }
  }

  private adaptAgeCoarsening(residents: number): void {
    this.ewmaNumObjects = this.ewmaNumObjects * EWMA_DECAY + residents;
    this.ewmaNumObjectsMass = this.ewmaNumObjectsMass * EWMA_DECAY + 1;
    if (!COARSENED_AFTER.includes(this.numReconfigurations)) return;
    const numObjects = this.ewmaNumObjects / this.ewmaNumObjectsMass;
    const optimal = numObjects / (AGE_COARSENING_ERROR_TOLERANCE * this.maxAge);
    const before = this.ageCoarsening;
    this.ageCoarsening = 2;
    while (this.ageCoarsening < optimal) this.ageCoarsening *= 2;
    for (let c = 0; c < HIT_AGE_CLASSES; c++)
      for (const counts of [this.hits, this.evictions])
        rescale(counts.subarray(c * this.maxAge, (c + 1) * this.maxAge), before, this.ageCoarsening);
    // The more weight, the less the next entries change it.
    this.ewmaNumObjects *= 8;
    this.ewmaNumObjectsMass *= 8;
  }
}

/** Counts by age in steps of so many requests, put into steps of another length. The last age has no length: it only takes in. */
function rescale(counts: Float64Array, before: number, after: number): void {
  const last = counts.length - 1;
  const parts = Math.max(1, before / after);
  const move = (age: number) => {
    const count = counts[age]! / parts;
    if (count === 0) return;
    counts[age] = 0;
    for (let part = 0; part < parts; part++)
      counts[Math.min(Math.floor((age * before) / after) + part, last)]! += count;
  };
  // Coarser steps are filled from the youngest age on, finer ones from the oldest, so that no count is moved twice.
  if (after > before) for (let age = 0; age < last; age++) move(age);
  else for (let age = last - 1; age >= 0; age--) move(age);
}
