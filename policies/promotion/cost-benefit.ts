import { type Frequency, windowParameter } from '../structures/recent-frequency.ts';
import { definePromotion, HOW, type PromotionContext, type PromotionPolicy } from './contract.ts';

/**
 * A recent count says how many requests to expect over a window like the last. Of them the move makes those for the entry
 * faster, and those for the entries that leave in its place slower, by the difference of the two levels.
 */
class CostBenefit implements PromotionPolicy {
  private readonly frequency: Frequency;
  private readonly answerMs: Float64Array;
  private readonly context: PromotionContext;
  private readonly cost: number;

  constructor(context: PromotionContext, cost: number, window: number) {
    this.context = context;
    this.frequency = context.frequency(window);
    this.answerMs = context.answerMs();
    this.cost = cost;
  }

  promotes(id: number, _now: number, victim: number, from: number, to: number): boolean {
    const { frequency, answerMs, cost } = this;
    const leaving = victim < 0 ? 0 : this.leavingFor(id, victim, from, to);
    const lost = victim < 0 ? 0 : leaving * frequency.of(victim);
    const saved = (frequency.of(id) - lost) * (answerMs[from]! - answerMs[to]!);
    return saved > cost * (1 + leaving);
  }

  /** How many entries like the victim leave for this one: as many as are as large. */
  private leavingFor(id: number, victim: number, from: number, to: number): number {
    return Math.max(1, this.context.sizeIn(id, from) / this.context.sizeIn(victim, to));
  }
}

export const costBenefit = definePromotion({
  name: 'cost-benefit',
  summary: 'A hit moves the entry up when the time that this is expected to save exceeds the cost of the moves',
  about:
    'What a move saves is the difference of recent counts, of the entry and of those that leave in its place, times the ' +
    'difference in mean time until the two levels answer; what it costs is a fixed time for each entry that moves. In bytes, a ' +
    'large entry is weighed against all the victims that make room for it. It wins over frequency where popularity is stable: ' +
    'fewer moves, and the first level answers more, since an entry that is only as popular as another does not push it ' +
    'out. It loses where popular entries change, the more the longer its window, because counts must grow first; and a cost ' +
    'above what fifteen requests can save stops every move.',
  paper: null,
  parameters: {
    cost: { type: 'number', default: 0.1, min: 0, max: 1e9, summary: 'milliseconds that moving one entry costs' },
    window: windowParameter(0.5),
    ...HOW,
  },
  create: (context, { cost, window }) => new CostBenefit(context, cost, window),
});
