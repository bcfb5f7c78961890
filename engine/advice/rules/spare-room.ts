import type { Rule } from '../proposal.ts';
import { resize, totalOf } from '../resize.ts';

/** The cache is larger than everything it is asked for. */
export const spareRoom: Rule = ({ configuration, workingSet }) => {
  const total = totalOf(configuration.levels);
  if (total <= 1.1 * workingSet || configuration.levels.some(level => level.capacity * workingSet < total)) return [];
  const levels = configuration.levels.map(level => ({
    ...level,
    capacity: Math.max(1, Math.ceil((level.capacity * workingSet) / total)),
  }));
  const reason = `All that is ever asked for takes ${workingSet.toLocaleString('en')} of the ${total.toLocaleString('en')} ${configuration.unit}.`;
  const remark = 'as large as the working set';
  return [resize(configuration, { rule: 'working-set-fits', reason, levels, remark, aim: 'smaller' })];
};
