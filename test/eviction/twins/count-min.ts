const SEEDS = [0xc3a5c85c97cb3127n, 0xb492b66fbe98f273n, 0x9ae16a3b2f90404fn, 0xcbf29ce484222325n];
const u64 = (value: bigint) => BigInt.asUintN(64, value);

/** The count-min sketch of Caffeine's simulator, with a number for each counter and 64-bit arithmetic as it is written there. */
export class CountMinTwin {
  private readonly width: number;
  private readonly sample: number;
  private counters: number[];
  private additions = 0;

  constructor(entries: number, sample: number) {
    this.width = 1;
    while (this.width < entries) this.width *= 2;
    this.sample = Math.max(1, Math.floor(sample * this.width));
    this.counters = Array<number>(16 * this.width).fill(0);
  }

  of(id: number): number {
    return Math.min(...this.places(id).map(place => this.counters[place]!));
  }

  increment(id: number): void {
    const open = this.places(id).filter(place => this.counters[place]! < 15);
    for (const place of open) this.counters[place]!++;
    if (open.length === 0) return;
    this.additions++;
    if (this.additions < this.sample) return;
    const odd = this.counters.filter(count => count % 2 === 1).length;
    this.counters = this.counters.map(count => Math.floor(count / 2));
    this.additions = Math.floor((this.additions - Math.floor(odd / 4)) / 2);
  }

  private places(id: number): number[] {
    let hash = id;
    for (let round = 0; round < 2; round++) hash = Number(BigInt.asIntN(32, BigInt((hash >>> 16) ^ hash) * 0x45d9f3bn));
    hash = (hash >>> 16) ^ hash;
    return SEEDS.map((seed, row) => {
      const product = u64((BigInt(hash) + seed) * seed);
      const sum = u64(product + (product >> 32n));
      return 16 * Number(sum % BigInt(this.width)) + 4 * (hash & 3) + row;
    });
  }
}
