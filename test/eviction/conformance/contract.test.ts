/** Whoever breaks the contract of an eviction policy is found out. */
import { expect, it } from 'vitest';
import { Links } from '../../../policies/api.ts';
import { described, Fifo, failureOf, IN_BYTES, IN_ENTRIES, IN_ONE_ENTRY, Thrifty } from './specimens.ts';

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
