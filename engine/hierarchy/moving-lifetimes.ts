import type { Lifetimes } from '../../policies/demotion/contract.ts';
import type { Clock } from './clock.ts';
import type { Level } from './level.ts';

interface Sources {
  readonly levels: readonly Level[];
  /** Seconds that an entry may live when its request says nothing. */
  readonly lifetime: number;
  /** Whether a lifetime begins anew with each move: then all of it remains. */
  readonly restamp: boolean;
  readonly clock: Clock;
}

/** Tells policies how long an entry that is about to move may still live. What levels allow for a stay is left out. */
export class MovingLifetimes implements Lifetimes {
  private readonly sources: Sources;

  constructor(sources: Sources) {
    this.sources = sources;
  }

  remaining(id: number, level: number): number {
    const { levels, restamp, clock } = this.sources;
    const { stamps } = levels[level]!;
    const whole = this.whole(id, level);
    return stamps === null || restamp ? whole : stamps.storedAt(id) + whole - clock.now;
  }

  whole(id: number, level: number): number {
    const { levels, lifetime } = this.sources;
    const own = levels[level]!.stamps?.lifetime;
    return own ? own[id]! : lifetime;
  }
}
