import { expect, it, test } from 'vitest';
import {
  defineEviction,
  type EvictionCapabilities,
  type EvictionContext,
  type EvictionDescription,
  type EvictionPolicy,
  type IdList,
  Links,
} from '../../../policies/api.ts';
import { casesOf } from '../../property-runs.ts';
import { describeEvictionPolicy, type TestRunner } from '../testing.ts';
import { RecencyTwin } from '../twins/recency.ts';
import { type Check, type ConformanceOptions, conformanceChecks } from './checks.ts';

/** A sound policy, FIFO; each of the broken ones spoils one thing. */
class Fifo implements EvictionPolicy {
  protected readonly context: EvictionContext;
  protected readonly queue: IdList;

  constructor(context: EvictionContext) {
    this.context = context;
    this.queue = new Links(context.universe, 1).list();
  }

  hit(_id: number): void {}

  victim(_incoming: number): number {
    return this.queue.tail;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.queue.unlink(victim);
    return victim;
  }

  insert(id: number): void {
    this.queue.pushHead(id);
  }

  remove(id: number): void {
    this.queue.unlink(id);
  }
}

/** FIFO that keeps no more than two residents, whatever the capacity. */
class Thrifty extends Fifo {
  private length = 0;

  override insert(id: number): void {
    super.insert(id);
    this.length++;
  }

  override evict(incoming: number): number {
    this.length--;
    return super.evict(incoming);
  }

  override remove(id: number): void {
    super.remove(id);
    this.length--;
  }

  surplus(): number {
    return this.length > 2 ? this.evict(-1) : -1;
  }
}

function described(
  policy: new (context: EvictionContext) => EvictionPolicy,
  capabilities: Partial<EvictionCapabilities> = {},
  mostRemembered = 0,
): EvictionDescription {
  return defineEviction({
    name: 'tested',
    summary: 'One of these tests',
    about: '',
    paper: null,
    parameters: {},
    capabilities,
    create: context => new policy(context),
    mostRemembered: () => mostRemembered,
  });
}

/** The titles of the checks that fail, each with what was wrong. */
function failures(policy: EvictionDescription | string, options: ConformanceOptions = {}): Record<string, string> {
  const failed = conformanceChecks(policy, options).map(check => [check.title, complaintOf(check)] as const);
  return Object.fromEntries(failed.flatMap(([title, wrong]) => (wrong === null ? [] : [[title, wrong]])));
}

/** What one check finds wrong, without the others, each of which would look for its shortest scenario. */
function failureOf(title: string, policy: EvictionDescription, options: ConformanceOptions = {}): string | null {
  return complaintOf(conformanceChecks(policy, options).find(check => check.title === title)!);
}

function complaintOf({ run }: Check): string | null {
  try {
    run();
    return null;
  } catch (error) {
    const { message, cause } = error as Error;
    return `${message} ${cause}`;
  }
}

const IN_ENTRIES = 'keeps to the contract, in entries';
const IN_ONE_ENTRY = 'keeps to the contract, with room for one entry';
const IN_BYTES = 'keeps to the contract, in bytes';
const SAME_AGAIN = 'chooses the same from the same random numbers, whatever others do';
const SHARED = 'keeps only residents in columns that levels share';
const NUMBERS = "does not go by the ids' numbers";
const RECYCLED = 'knows nothing of an id that it does not remember';
const BOUNDED = 'remembers no more ids than it says';
const NEW = 'is like new when it was emptied';

test('sound policies pass', () => {
  for (const each of [Fifo, Thrifty]) expect(failures(described(each, { sized: true }))).toEqual({});
  for (const spec of ['lru', 'clock', 'lfu', 'random', 's3-fifo', 'arc', 'opt'])
    expect(failures(spec, { runs: casesOf(30) })).toEqual({});
});

it('fails whoever evicts an id that has left', () => {
  class Repeats extends Fifo {
    override evict(): number {
      return this.queue.tail;
    }
  }
  expect(failureOf(IN_ENTRIES, described(Repeats))).toMatch(/evict\(\d+\) returned \d+, which is not resident/);
});

it('fails whoever evicts another than it has just announced', () => {
  class Fickle extends Fifo {
    override victim(): number {
      return this.queue.head;
    }
    override evict(): number {
      const victim = this.queue.tail;
      this.queue.unlink(victim);
      return victim;
    }
  }
  expect(failureOf(IN_ENTRIES, described(Fickle))).toContain('evict does not keep to what victim said');
});

it('fails whoever names somebody as surplus who is not resident', () => {
  class Repeats extends Thrifty {
    override surplus(): number {
      const surplus = super.surplus();
      return surplus === -1 ? this.context.universe - 1 : surplus;
    }
  }
  expect(failureOf(IN_ENTRIES, described(Repeats))).toMatch(
    /surplus after insert\(\d+\) returned \d+, which is not resident/,
  );
});

it('fails whoever names the id of the very call as surplus', () => {
  /** Sends away the newest. */
  class Ungrateful extends Thrifty {
    override victim(): number {
      return this.queue.head;
    }
  }
  expect(failureOf(IN_ENTRIES, described(Ungrateful))).toMatch(/surplus after insert\(\d+\) returned that id/);
  /** Sends away whoever is asked for. */
  class OneUse extends Fifo {
    private used = -1;
    override hit(id: number): void {
      this.used = id;
    }
    surplus(): number {
      const { used } = this;
      this.used = -1;
      if (used >= 0) this.remove(used);
      return used;
    }
  }
  expect(failureOf(IN_ENTRIES, described(OneUse))).toMatch(/surplus after hit\(\d+\) returned that id/);
});

it('fails whoever keeps whom it has named as surplus', () => {
  class Keeps extends Thrifty {
    private readonly named = new Uint8Array(this.context.universe);
    override insert(id: number): void {
      super.insert(id);
      this.named[id] = 0;
    }
    override surplus(): number {
      const { tail } = this.queue;
      if (tail === this.queue.head || this.named[tail] === 1) return -1;
      this.named[tail] = 1;
      return tail;
    }
  }
  expect(failureOf(IN_ENTRIES, described(Keeps))).toMatch(/evict\(\d+\) returned \d+, which is not resident/);
});

it('fails whoever names others as surplus than its twin', () => {
  const title = 'chooses the same victims as its naive twin, in entries';
  expect(failures(described(Thrifty), { twin: context => new Thrifty(context) })).toEqual({});
  expect(failureOf(title, described(Thrifty), { twin: context => new Fifo(context) })).toContain(
    'the policy and its twin disagree',
  );
});

it('fails whoever remembers removed ids as residents', () => {
  class Clings extends Fifo {
    override remove(): void {}
  }
  expect(failureOf(IN_ENTRIES, described(Clings))).toMatch(/returned \d+, which was removed/);
});

it('fails whoever cannot do with room for one entry', () => {
  /** Spares the newest, even when it is alone. */
  class Spares extends Fifo {
    override victim(): number {
      return this.context.capacity === 1 ? this.queue.sentinel : this.queue.tail;
    }
    override evict(incoming: number): number {
      const victim = this.victim();
      if (victim !== this.queue.sentinel) this.queue.unlink(victim);
      return victim ?? incoming;
    }
  }
  expect(failureOf(IN_ONE_ENTRY, described(Spares))).toMatch(/returned \d+, which is not resident/);
});

it('fails whoever loses count of the bytes', () => {
  /** Keeps a probation of at most half the bytes, but takes the first size of an id for that of ever. */
  class Forgetful extends Fifo {
    private readonly main = new Links(this.context.universe, 1).list();
    private readonly firstSize = new Float64Array(this.context.universe);
    private readonly isMain = new Uint8Array(this.context.universe);
    private probation = 0;

    override hit(id: number): void {
      if (this.isMain[id] === 1) return;
      this.leave(id);
      this.isMain[id] = 1;
      this.main.pushHead(id);
    }
    override victim(): number {
      const full = this.probation > this.context.capacity / 2;
      return full || this.main.empty ? this.queue.tail : this.main.tail;
    }
    override evict(): number {
      const victim = this.victim();
      this.remove(victim);
      return victim;
    }
    override insert(id: number): void {
      this.isMain[id] = 0;
      const size = this.context.sizes ? this.context.sizes[id]! : 1;
      this.firstSize[id] ||= size;
      this.probation += size;
      this.queue.pushHead(id);
    }
    override remove(id: number): void {
      if (this.isMain[id] === 1) this.main.unlink(id);
      else this.leave(id);
    }
    private leave(id: number): void {
      this.probation -= this.firstSize[id]!;
      this.queue.unlink(id);
    }
  }
  const forgetful = described(Forgetful, { sized: true });
  expect(failureOf(IN_BYTES, forgetful)).toMatch(/returned \d+, which is not resident/);
  expect(failureOf(IN_ENTRIES, forgetful)).toBeNull();
});

it('fails whoever is not a function of its context', () => {
  let evictions = 0;
  /** Evicts from both ends in turn; all caches of the program take turns together. */
  class Shared extends Fifo {
    override victim(): number {
      return evictions % 2 === 0 ? this.queue.tail : this.queue.head;
    }
    override evict(): number {
      const victim = this.victim();
      evictions++;
      this.queue.unlink(victim);
      return victim;
    }
  }
  expect(failureOf(SAME_AGAIN, described(Shared), { remembers: true, readsIds: true })).not.toBeNull();
});

it('fails whoever keeps others than residents in columns that levels share', () => {
  /** The last to be evicted, should it come back first, enters at the tail. */
  class Ghosts extends Fifo {
    private readonly links = this.context.residentLinks ?? new Links(this.context.universe, 2);
    private readonly residents = this.links.list();
    private readonly ghosts = this.links.list();
    private readonly isGhost = new Uint8Array(this.context.universe);
    override victim(): number {
      return this.residents.tail;
    }
    override evict(): number {
      const victim = this.residents.tail;
      this.remove(victim);
      this.ghosts.pushHead(victim);
      this.isGhost[victim] = 1;
      return victim;
    }
    override insert(id: number): void {
      const latest = this.ghosts.head === id;
      if (this.isGhost[id] === 1) this.ghosts.unlink(id);
      this.isGhost[id] = 0;
      if (latest) this.residents.pushTail(id);
      else this.residents.pushHead(id);
    }
    override remove(id: number): void {
      this.residents.unlink(id);
    }
    remembers(id: number): boolean {
      return this.isGhost[id] === 1;
    }
  }
  expect(Object.keys(failures(described(Ghosts, { ghosts: true }, Number.POSITIVE_INFINITY)))).toEqual([SHARED]);
});

it('fails whoever goes by the numbers of the ids, unless that is meant', () => {
  /** Evicts the resident with the lowest number. */
  class Lowest extends Fifo {
    override victim(): number {
      return Math.min(...this.queue);
    }
  }
  expect(Object.keys(failures(described(Lowest)))).toEqual([NUMBERS]);
  expect(failures(described(Lowest), { readsIds: true })).toEqual({});
});

it('fails whoever treats an id that comes back by what it was before, unless that is meant', () => {
  /** A second chance for whoever was hit; the bit outlives the entry. */
  class Stale extends Fifo {
    protected readonly visited = new Uint8Array(this.context.universe);
    override hit(id: number): void {
      this.visited[id] = 1;
    }
    override victim(): number {
      while (this.visited[this.queue.tail] === 1) {
        this.visited[this.queue.tail] = 0;
        this.queue.moveToHead(this.queue.tail);
      }
      return this.queue.tail;
    }
  }
  expect(Object.keys(failures(described(Stale)))).toEqual([RECYCLED, NEW]);
  /** As before, but it says so. */
  class Remembers extends Stale {
    remembers(id: number): boolean {
      return this.visited[id] === 1;
    }
  }
  const never = Number.POSITIVE_INFINITY;
  expect(failures(described(Remembers, {}, never), { remembers: true })).toEqual({});
  expect(failures(described(Remembers, { ghosts: true }, never))).toEqual({});
});

/** FIFO that gives the last to be evicted a second chance when it comes back, and says that it remembers it. */
class SecondChance extends Fifo {
  protected ghost = -1;
  private readonly spared = new Uint8Array(this.context.universe);

  override victim(): number {
    while (this.spared[this.queue.tail] === 1) {
      this.spared[this.queue.tail] = 0;
      this.queue.moveToHead(this.queue.tail);
    }
    return this.queue.tail;
  }

  override evict(incoming: number): number {
    const victim = super.evict(incoming);
    // While room is made for the ghost itself it stays, whoever leaves for it.
    if (this.ghost !== incoming) this.ghost = victim;
    return victim;
  }

  override insert(id: number): void {
    this.spared[id] = id === this.ghost ? 1 : 0;
    if (id === this.ghost) this.ghost = -1;
    super.insert(id);
  }

  remembers(id: number): boolean {
    return id === this.ghost;
  }
}

it('passes whoever says what it remembers', () => {
  expect(failures(described(SecondChance, { ghosts: true }, 1))).toEqual({});
});

it('fails whoever remembers an id and does not say so', () => {
  class Denies extends SecondChance {
    override remembers(): boolean {
      return false;
    }
  }
  /** The method is missing: nothing is remembered. */
  class Conceals extends SecondChance {
    override remembers = undefined as never;
  }
  for (const liar of [Denies, Conceals]) {
    const failed = failures(described(liar, { ghosts: true }, 1));
    expect(Object.keys(failed)).toEqual([RECYCLED]);
    expect(failed[RECYCLED]).toContain('the policy and its twin disagree');
  }
});

it('fails whoever says that it remembers ids which it has forgotten', () => {
  class Boasts extends SecondChance {
    override remembers(): boolean {
      return true;
    }
  }
  const failed = failures(described(Boasts, { ghosts: true }, 1));
  expect(Object.keys(failed)).toEqual([BOUNDED]);
  expect(failed[BOUNDED]).toMatch(/3 ids are remembered, of \d+ entries/);
});

it('fails whoever is changed by the question', () => {
  class Forgets extends SecondChance {
    override remembers(id: number): boolean {
      const remembered = id === this.ghost;
      this.ghost = -1;
      return remembered;
    }
  }
  expect(Object.keys(failures(described(Forgets, { ghosts: true }, 1)))).toContain(RECYCLED);
});

it('takes whoever hashes ids for what it is, if that is said', () => {
  expect(Object.keys(failures('w-tinylfu', { readsIds: true }))).toEqual([RECYCLED]);
  expect(failures('w-tinylfu', { readsIds: true, hashesIds: true })).toEqual({});
});

it('fails whoever draws random numbers without end', () => {
  /** Draws until it finds a resident that is not the newest. */
  class Draws extends Fifo {
    private readonly resident = new Uint8Array(this.context.universe);
    private drawn = -1;
    override victim(): number {
      while (this.drawn < 0 || this.resident[this.drawn] === 0 || this.drawn === this.queue.head)
        this.drawn = Math.floor(this.context.random() * this.context.universe);
      return this.drawn;
    }
    override insert(id: number): void {
      this.resident[id] = 1;
      super.insert(id);
    }
    override evict(incoming: number): number {
      const victim = super.evict(incoming);
      this.resident[victim] = 0;
      return victim;
    }
    override remove(id: number): void {
      this.resident[id] = 0;
      super.remove(id);
    }
  }
  expect(failureOf(IN_ONE_ENTRY, described(Draws, { randomised: true }))).toContain(
    'random numbers are drawn without end',
  );
});

it('fails whoever reads the future without saying so', () => {
  class Peeks extends Fifo {
    override insert(id: number): void {
      if (this.context.nextAccess![id]! > 0) this.queue.pushHead(id);
      else this.queue.pushTail(id);
    }
  }
  expect(failureOf(IN_ENTRIES, described(Peeks))).toContain('TypeError');
});

it('fails whoever chooses otherwise than its twin', () => {
  const title = 'chooses the same victims as its naive twin, in entries';
  const oldest = () => new RecencyTwin('oldest');
  expect(failures('lru', { twin: oldest })).toEqual({});
  expect(failureOf(title, described(Fifo), { twin: oldest })).toContain('the policy and its twin disagree');
});

it('takes parameters for a description, and refuses those that it does not have', () => {
  const either = defineEviction({
    ...described(Fifo),
    parameters: { newest: { type: 'flag', default: false, summary: 'evicts the newest' } },
    create: (context, { newest }) => (newest ? new RecencyTwin('newest') : new Fifo(context)),
  });
  const newest = { parameters: 'newest=true', twin: () => new RecencyTwin('newest') };
  expect(failures(either, newest)).toEqual({});
  expect(failures(either, { ...newest, parameters: 'newest=false' })).not.toEqual({});
  expect(() => conformanceChecks(either, { parameters: 'newset=true' })).toThrow(
    'test: tested has no parameter "newset"; did you mean "newest"?',
  );
});

it('declares its tests with the runner that it is given, or with the global one', () => {
  const declared: string[] = [];
  const runner: TestRunner = {
    describe(name, body) {
      declared.push(name);
      body();
    },
    test: name => declared.push(name),
  };
  const titles = ['lru', IN_ENTRIES, IN_ONE_ENTRY, IN_BYTES, SAME_AGAIN, SHARED, NUMBERS, RECYCLED, BOUNDED, NEW];
  describeEvictionPolicy('lru', { runner });
  expect(declared).toEqual(titles);
  expect(() => describeEvictionPolicy('lru')).toThrow('no global describe and test: pass them');
  // Mocha calls its tests `it`.
  Object.assign(globalThis, { describe: runner.describe, it: runner.test });
  describeEvictionPolicy(described(Fifo), { remembers: true, readsIds: true });
  Object.assign(globalThis, { describe: undefined, it: undefined });
  expect(declared.slice(titles.length)).toEqual([
    'tested',
    IN_ENTRIES,
    IN_ONE_ENTRY,
    SAME_AGAIN,
    SHARED,
    RECYCLED,
    BOUNDED,
  ]);
});
