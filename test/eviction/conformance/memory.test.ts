/** Whoever knows more of ids than it says, or says more than it knows, is found out. */
import { expect, it } from 'vitest';
import { Links } from '../../../policies/api.ts';
import { BOUNDED, described, Fifo, failures, NEW, NUMBERS, RECYCLED, SHARED } from './specimens.ts';

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
