import type { Configuration } from '../../engine/configuration/types.ts';
import type { CAUSES } from '../../engine/hierarchy/events.ts';
import { EVERY_LEVEL } from '../../policies/placement/contract.ts';
import { NO_TTL } from '../../workloads/requests.ts';

interface Entry {
  readonly id: number;
  /** Seconds: when its lifetime began, and when it entered its level. */
  storedAt: number;
  enteredAt: number;
  /** Seconds: when it was last hit or written. */
  usedAt: number;
  /** Seconds. */
  lifetime: number;
  version: number;
}

interface NaiveLevel {
  readonly depth: number;
  readonly capacity: number;
  /** Seconds. */
  readonly ttl: number;
  /** From the least to the most recently used. */
  entries: Entry[];
  /** Departures by cause, and arrivals. */
  readonly counts: Map<string, number>;
}

type Cause = (typeof CAUSES)[number];

/** What the naive hierarchy leaves to the test: the axes that are policies. */
export interface NaiveRules {
  /** Whether the id moves up, asked on every hit below the first level. */
  promotes(id: number, now: number): boolean;
  readonly to: 'next' | 'top' | 'all';
  readonly by: 'copy' | 'move';
  readonly cascades: boolean;
  /** A level, or `EVERY_LEVEL`. */
  readonly placeAt: number;
  /** Whether requests name lifetimes of their own. */
  readonly ownTtls: boolean;
}

/**
 * The rules of a hierarchy of LRU levels in the plainest way: arrays that are searched from end to end, and every age computed
 * when it matters. Capacities count entries.
 */
export class NaiveHierarchy {
  readonly levels: readonly NaiveLevel[];
  staleHits = 0;
  /** Whether two entries were due at once, where the order decides who stays: the rules leave that open. */
  tied = false;
  private readonly configuration: Configuration;
  private readonly rules: NaiveRules;
  private readonly longestTtl: number;
  private readonly versions = new Map<number, number>();

  constructor(configuration: Configuration, rules: NaiveRules) {
    this.configuration = configuration;
    this.rules = rules;
    this.levels = configuration.levels.map(({ capacity, ttlSeconds }, depth) => {
      return { depth, capacity, ttl: ttlSeconds ?? Number.POSITIVE_INFINITY, entries: [], counts: new Map() };
    });
    this.longestTtl = Math.max(...this.levels.map(level => level.ttl));
  }

  /** @returns the depth of the level that answers; the number of levels for a miss */
  get(id: number, now: number): number {
    this.age(now);
    for (const level of this.levels) {
      const entry = find(level, id);
      if (entry && this.isDead(level, entry, now)) this.remove(level, entry, 'expired');
      else if (entry) {
        if (entry.version < this.versionOf(id)) this.staleHits++;
        this.use(id, now);
        this.hit(level, entry, now);
        return level.depth;
      }
    }
    return this.levels.length;
  }

  set(id: number, now: number, ttl: number): void {
    this.age(now);
    this.versions.set(id, this.versionOf(id) + 1);
    this.fill(id, now, ttl);
  }

  delete(id: number, now: number): void {
    this.age(now);
    for (const level of this.levels) {
      const entry = find(level, id);
      if (entry) this.remove(level, entry, 'invalidated');
    }
  }

  /** New data is written to the level of its placement, or to several, from the last one up. */
  fill(id: number, now: number, ttl: number): void {
    const { inclusion, coherence } = this.configuration;
    const lifetime = ttl === NO_TTL ? this.longestTtl : ttl;
    const fresh = { storedAt: now, enteredAt: now, usedAt: now, lifetime, version: this.versionOf(id) };
    const every = this.rules.placeAt === EVERY_LEVEL;
    const highest = every ? 0 : this.rules.placeAt;
    const home = this.levels.find(level => find(level, id));
    if (inclusion === 'exclusive' && home) {
      const entry = find(home, id)!;
      Object.assign(entry, fresh);
      if (home.depth > highest) this.move(home, this.levels[highest]!, entry, now, 'promoted');
      else touch(home, entry);
      return;
    }
    for (const level of this.levels.toReversed()) {
      const entry = find(level, id);
      const written = every || level.depth === highest || (inclusion === 'inclusive' && level.depth > highest);
      if (entry && (written || coherence === 'supersede')) Object.assign(entry, fresh);
      if (entry && written) touch(level, entry);
      else if (written) this.insert(level, { id, ...fresh }, now);
    }
  }

  /** All copies that are not idle for too long are in use. */
  private use(id: number, now: number): void {
    const { idleSeconds } = this.configuration;
    for (const level of this.levels) {
      const entry = find(level, id);
      if (entry && (idleSeconds === null || now <= entry.usedAt + idleSeconds)) entry.usedAt = now;
    }
  }

  private hit(level: NaiveLevel, entry: Entry, now: number): void {
    const { to, by } = this.rules;
    const goesUp = level.depth > 0 && this.rules.promotes(entry.id, now);
    if (!goesUp || by === 'copy') touch(level, entry);
    if (!goesUp) return;
    const lowest = to === 'top' ? 0 : level.depth - 1;
    const highest = to === 'next' ? lowest : 0;
    if (by === 'move') this.move(level, this.levels[lowest]!, entry, now, 'promoted');
    else for (let depth = lowest; depth >= highest; depth--) this.copy(this.levels[depth]!, entry, now);
  }

  private copy(to: NaiveLevel, entry: Entry, now: number): void {
    count(to, 'promotedIn');
    this.insert(to, this.carried(entry, now), now);
  }

  private move(from: NaiveLevel, to: NaiveLevel, entry: Entry, now: number, cause: 'promoted' | 'demoted'): void {
    from.entries = from.entries.filter(each => each !== entry);
    count(to, `${cause}In`);
    this.insert(to, this.carried(entry, now), now);
    this.left(from, entry.id, cause);
  }

  private carried(entry: Entry, now: number): Entry {
    return { ...entry, storedAt: this.configuration.lifetime === 'restamp' ? now : entry.storedAt };
  }

  /** At the newest end, after room has been made. */
  private insert(level: NaiveLevel, entry: Entry, now: number): void {
    if (level.entries.length === level.capacity) this.makeRoom(level, now);
    level.entries.push({ ...entry, enteredAt: now });
    count(level, 'inserted');
  }

  private makeRoom(level: NaiveLevel, now: number): void {
    const dead = level.entries.filter(entry => this.isDead(level, entry, now));
    if (this.configuration.expiry === 'expired-first' && dead.length > 0) {
      this.remove(
        level,
        this.earliest(dead, entry => this.deathOf(level, entry)),
        'expired',
      );
      return;
    }
    const victim = level.entries[0]!;
    const below = this.levels[level.depth + 1];
    if (this.rules.cascades && below && !this.liesBelow(level, victim.id))
      this.move(level, below, victim, now, 'demoted');
    else this.remove(level, victim, 'evicted');
  }

  private liesBelow(level: NaiveLevel, id: number): boolean {
    return this.levels.some(each => each.depth > level.depth && find(each, id));
  }

  private remove(level: NaiveLevel, entry: Entry, cause: Cause): void {
    level.entries = level.entries.filter(each => each !== entry);
    this.left(level, entry.id, cause);
  }

  private left(level: NaiveLevel, id: number, cause: Cause): void {
    count(level, cause);
    if (this.configuration.inclusion !== 'inclusive') return;
    for (const upper of this.levels.slice(0, level.depth)) {
      const entry = find(upper, id);
      if (entry) this.remove(upper, entry, 'backInvalidated');
    }
  }

  private isDead(level: NaiveLevel, entry: Entry, now: number): boolean {
    return now > this.deathOf(level, entry);
  }

  private deathOf(level: NaiveLevel, { storedAt, enteredAt, usedAt, lifetime }: Entry): number {
    const { idleSeconds } = this.configuration;
    const end = Math.min(storedAt + lifetime, idleSeconds === null ? Number.POSITIVE_INFINITY : usedAt + idleSeconds);
    return this.configuration.levelTtl === 'remove' ? Math.min(end, enteredAt + level.ttl) : end;
  }

  /** Stays that ended before now: one after the other, in the order of their ends. */
  private age(now: number): void {
    if (this.configuration.levelTtl === 'remove') return;
    for (;;) {
      // A stay as long as every lifetime ends with the entry.
      const cooling = this.levels.slice(0, -1).filter(level => level.ttl < this.longestTtl || this.rules.ownTtls);
      const stays = cooling.flatMap(level =>
        level.entries
          .map(entry => ({ level, entry, end: entry.enteredAt + level.ttl }))
          .filter(({ entry, end }) => now > end && !this.isKnownDead(level, entry, end)),
      );
      if (stays.length === 0) return;
      const { level, entry, end } = this.earliest(stays, stay => stay.end);
      if (this.liesBelow(level, entry.id)) this.remove(level, entry, 'expired');
      else this.move(level, this.levels[level.depth + 1]!, entry, end, 'demoted');
    }
  }

  private earliest<Item>(items: readonly Item[], timeOf: (item: Item) => number): Item {
    const [first, second] = items.toSorted((a, b) => timeOf(a) - timeOf(b));
    if (second && timeOf(first!) === timeOf(second)) this.tied = true;
    return first!;
  }

  /** Of a stay and a lifetime that end at once, the lifetime ends first. */
  private isKnownDead(level: NaiveLevel, entry: Entry, at: number): boolean {
    return this.configuration.expiry === 'expired-first' && at >= this.deathOf(level, entry);
  }

  private versionOf(id: number): number {
    return this.versions.get(id) ?? 0;
  }
}

function find(level: NaiveLevel, id: number): Entry | undefined {
  return level.entries.find(entry => entry.id === id);
}

function touch(level: NaiveLevel, entry: Entry): void {
  level.entries = [...level.entries.filter(each => each !== entry), entry];
}

function count(level: NaiveLevel, what: string): void {
  level.counts.set(what, (level.counts.get(what) ?? 0) + 1);
}
