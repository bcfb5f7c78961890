import type { Batch } from '../../workloads/requests.ts';
import type { Statistic } from './statistic.ts';

export interface ClockResult {
  /** The earliest and the latest time, in seconds. */
  readonly from: number;
  readonly to: number;
  /** Records that are earlier than the one before. */
  readonly stepsBack: number;
}

/** What the times of a workload say. */
export class Clock implements Statistic {
  private from = Number.POSITIVE_INFINITY;
  private to = Number.NEGATIVE_INFINITY;
  private last = Number.NEGATIVE_INFINITY;
  private stepsBack = 0;

  take({ time: times, length }: Batch): void {
    if (!times) return;
    for (let i = 0; i < length; i++) {
      const time = times[i]!;
      if (time < this.last) this.stepsBack++;
      this.last = time;
      if (time < this.from) this.from = time;
      if (time > this.to) this.to = time;
    }
  }

  result(): ClockResult {
    const { from, to, stepsBack } = this;
    return { from, to, stepsBack };
  }
}
