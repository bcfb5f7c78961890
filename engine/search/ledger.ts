import type { Point } from './space.ts';

/** A point to be judged, at a rung: 0 is the cheapest look at it, the last the dearest. */
export interface Trial {
  readonly point: Point;
  readonly rung: number;
}

/** A trial that was judged. */
export interface Judged extends Trial {
  readonly stage: string;
  /** The less, the better; comparable at one rung only. */
  readonly loss: number;
  readonly key: string;
}

/** What the search asks of whoever knows what points stand for. */
export interface Judge {
  /** Points with the same text are the same; null where there can be no such thing. */
  identify(point: Point): string | null;
  /** The loss of each trial; null when there is no time left. */
  judge(trials: readonly Trial[], stage: string): Promise<readonly number[] | null>;
}

/** What was judged so far, within an allowance of evaluations. */
export class Ledger {
  readonly entries: Judged[] = [];
  /** Whether there is no time left. */
  stopped = false;
  private readonly host: Judge;
  private readonly known = new Map<string, Judged>();
  private left: number;

  constructor(host: Judge, evaluations: number) {
    this.host = host;
    this.left = evaluations;
  }

  /** Evaluations that may still be made. */
  get remaining(): number {
    return this.stopped ? 0 : this.left;
  }

  /** How a point was judged at a rung. */
  find(point: Point, rung: number): Judged | undefined {
    const key = this.host.identify(point);
    return key === null ? undefined : this.known.get(nameOf(key, rung));
  }

  /** The points that can be and were not judged at that rung, each once. */
  unseen(points: readonly Point[], rung: number): Point[] {
    const seen = new Set<string>();
    return points.filter(point => {
      const key = this.host.identify(point);
      if (key === null || seen.has(key) || this.known.has(nameOf(key, rung))) return false;
      seen.add(key);
      return true;
    });
  }

  /** Has the unseen among the points judged, as far as the allowance goes. */
  async judge(points: readonly Point[], rung: number, stage: string): Promise<void> {
    const fresh = this.unseen(points, rung).slice(0, this.remaining);
    if (fresh.length === 0) return;
    const losses = await this.host.judge(
      fresh.map(point => ({ point, rung })),
      stage,
    );
    if (losses === null) {
      this.stopped = true;
      return;
    }
    this.left -= fresh.length;
    for (const [i, point] of fresh.entries()) {
      const key = this.host.identify(point)!;
      const entry: Judged = { point, rung, stage, loss: losses[i]!, key };
      this.entries.push(entry);
      this.known.set(nameOf(key, rung), entry);
    }
  }

  /** Those judged at a rung, the least loss first; of equals the one that was judged first. */
  ranked(rung: number): Judged[] {
    return this.entries.filter(each => each.rung === rung).sort((a, b) => a.loss - b.loss);
  }

  /** The best at the dearest rung that anything was judged at; undefined when nothing was. */
  best(): Judged | undefined {
    const rung = this.entries.reduce((most, each) => Math.max(most, each.rung), 0);
    return this.ranked(rung)[0];
  }
}

function nameOf(key: string, rung: number): string {
  return `${rung} ${key}`;
}
