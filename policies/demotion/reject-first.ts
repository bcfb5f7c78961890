import { type DemotionContext, type DemotionPolicy, defineDemotion } from './contract.ts';

/** Numbers the victims of all levels, and remembers for each id the number under which it last came. */
class RejectFirst implements DemotionPolicy {
  /** Victims that a memory lasts for. */
  private readonly length: number;
  private readonly cameAt: Float64Array;
  private victims = 0;

  constructor({ universe, entries }: DemotionContext, window: number) {
    this.length = Math.max(1, Math.ceil(window * entries));
    this.cameAt = new Float64Array(universe).fill(Number.NEGATIVE_INFINITY);
  }

  demotes(id: number): boolean {
    const now = ++this.victims;
    const again = now - this.cameAt[id]! <= this.length;
    this.cameAt[id] = now;
    return again;
  }

  remembers(id: number): boolean {
    return this.victims + 1 - this.cameAt[id]! <= this.length;
  }
}

export const rejectFirst = defineDemotion({
  name: 'reject-first',
  summary: 'What a level evicts is dropped the first time, and goes down when it is evicted again within a window',
  about:
    'A victim is dropped when it comes for the first time, and goes down when it comes again within a window of so many ' +
    'victims. One memory serves all levels, so what was let down once and came back up may go down again. (CacheLib offers a ' +
    'filter of this name before its flash cache.) It wins over cascade, often by several points, where many entries are used ' +
    'once, as in scans and the tail of a Zipf: they never reach the lower levels. It loses where the popular entries change ' +
    'often, since each of them costs one more miss, and a window shorter than the time between two uses lets nothing down.',
  paper: null,
  parameters: {
    window: {
      type: 'number',
      default: 4,
      min: 0.1,
      max: 1_000,
      summary: 'how many victims back an id is remembered, as a multiple of the entries that the cache can hold',
    },
  },
  create: (context, { window }) => new RejectFirst(context, window),
});
