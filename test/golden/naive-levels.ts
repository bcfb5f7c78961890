import type { LevelCounts, Mode } from './modes.ts';

/** The five modes on plain arrays, straight from their rules. */
export class NaiveLevels {
  private readonly mode: Mode;
  private readonly capacities: readonly number[];
  /** L1 first; in each level the least recently used id first. */
  private readonly levels: number[][];
  private readonly hits: number[];
  private misses = 0;
  private readonly demoted: number[];
  private readonly backInvalidated: number[];

  /** @param capacities in entries, L1 first */
  constructor(mode: Mode, capacities: readonly number[]) {
    this.mode = mode;
    this.capacities = capacities;
    this.levels = capacities.map(() => []);
    this.hits = capacities.map(() => 0);
    this.demoted = capacities.slice(1).map(() => 0);
    this.backInvalidated = capacities.slice(1).map(() => 0);
  }

  get counts(): LevelCounts {
    const { hits, misses, demoted, backInvalidated } = this;
    return { hits, misses, demoted, backInvalidated };
  }

  request(id: number): void {
    const found = this.levels.findIndex(level => level.includes(id));
    if (found < 0) {
      this.misses++;
      this.fill(id);
      return;
    }
    this.hits[found]!++;
    this.take(found, id);
    const moves = found > 0 && (this.mode === 'exclusive' || this.mode === 'mcd');
    if (!moves) this.put(found, id);
    if (found > 0) this.promote(found, id);
  }

  private fill(id: number): void {
    const last = this.levels.length - 1;
    if (this.mode === 'exclusive') this.put(0, id);
    else if (this.mode === 'lcd' || this.mode === 'mcd') this.put(last, id);
    else for (let level = last; level >= 0; level--) this.put(level, id);
  }

  private promote(found: number, id: number): void {
    if (this.mode === 'exclusive') this.put(0, id);
    else if (this.mode === 'lcd' || this.mode === 'mcd') this.put(found - 1, id);
    else for (let level = found - 1; level >= 0; level--) this.put(level, id);
  }

  /** An id, which the level does not hold, becomes its most recently used. */
  private put(at: number, id: number): void {
    const level = this.levels[at]!;
    level.push(id);
    if (level.length <= this.capacities[at]!) return;
    const victim = level.shift()!;
    if (this.mode === 'exclusive' && at + 1 < this.levels.length) {
      this.demoted[at]!++;
      this.put(at + 1, victim);
    }
    if (this.mode !== 'inclusive') return;
    for (let above = 0; above < at; above++) if (this.take(above, victim)) this.backInvalidated[above]!++;
  }

  /** @returns whether the level held the id */
  private take(at: number, id: number): boolean {
    const place = this.levels[at]!.indexOf(id);
    if (place >= 0) this.levels[at]!.splice(place, 1);
    return place >= 0;
  }
}
