import { formatLevels } from '../configuration/format-levels.ts';
import type { Configuration, LevelConfiguration } from '../configuration/types.ts';
import type { Aim, Proposal } from './proposal.ts';

/** Levels of other sizes. */
export interface Resizing {
  readonly rule: string;
  readonly reason: string;
  readonly levels: readonly LevelConfiguration[];
  /** Stands behind the sizes in the title. */
  readonly remark?: string;
  readonly aim?: Aim;
}

/** Proposes the levels that a configuration has, with other capacities. */
export function resize({ levels, unit }: Configuration, resizing: Resizing): Proposal {
  const { rule, reason, levels: changed, remark, aim = 'better' } = resizing;
  const different = changed.filter((level, depth) => level.capacity !== levels[depth]!.capacity);
  const sizes =
    different.length === 1
      ? `${different[0]!.name} ${sizesOf(levels.filter(level => level.name === different[0]!.name))} → ${sizesOf(different)}`
      : `levels ${sizesOf(levels)} → ${sizesOf(changed)}`;
  const title = remark === undefined ? sizes : `${sizes} (${remark})`;
  return { rule, reason, title, change: { levels: formatLevels(changed, unit) }, aim };
}

function sizesOf(levels: readonly LevelConfiguration[]): string {
  return levels.map(level => level.capacity.toLocaleString('en')).join(' / ');
}

export function totalOf(levels: readonly LevelConfiguration[]): number {
  return levels.reduce((sum, level) => sum + level.capacity, 0);
}

/** Every level larger or smaller by the same factor; none loses its last entry. */
export function scaled(levels: readonly LevelConfiguration[], factor: number): LevelConfiguration[] {
  return levels.map(level => ({ ...level, capacity: Math.max(1, Math.ceil(level.capacity * factor)) }));
}

/** Moves room from the last level to the first; null when the last has too little. */
export function shifted(levels: readonly LevelConfiguration[], amount: number): LevelConfiguration[] | null {
  const last = levels.length - 1;
  if (levels[last]!.capacity <= amount) return null;
  return levels.map((level, depth) => ({
    ...level,
    capacity: level.capacity + (depth === 0 ? amount : depth === last ? -amount : 0),
  }));
}
