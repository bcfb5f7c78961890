import type { Options } from '../../engine/configuration/types.ts';

/** Five ways to run three LRU levels with read-through: what a hit below L1, a miss and an eviction do. */
export const MODES = ['nine', 'inclusive', 'exclusive', 'lcd', 'mcd'] as const;
export type Mode = (typeof MODES)[number];

/** Each mode in the axes of a hierarchy. */
export const AXES: Readonly<Record<Mode, Options>> = {
  nine: { inclusion: 'nine', placement: 'all', promotion: 'every-hit:to=all,by=copy', demotion: 'drop' },
  inclusive: { inclusion: 'inclusive', placement: 'all', promotion: 'every-hit:to=all,by=copy', demotion: 'drop' },
  exclusive: { inclusion: 'exclusive', placement: 'top', promotion: 'every-hit:to=top,by=move', demotion: 'cascade' },
  lcd: { inclusion: 'nine', placement: 'bottom', promotion: 'every-hit:to=next,by=copy', demotion: 'drop' },
  mcd: { inclusion: 'nine', placement: 'bottom', promotion: 'every-hit:to=next,by=move', demotion: 'drop' },
};

/** What three levels did; lists go from L1 downwards. */
export interface LevelCounts {
  readonly hits: readonly number[];
  readonly misses: number;
  /** From L1 to L2, and from L2 to L3. */
  readonly demoted: readonly number[];
  /** In L1 and in L2. */
  readonly backInvalidated: readonly number[];
}
