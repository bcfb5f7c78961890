import { percent } from '../figures.ts';
import type { Rule } from '../proposal.ts';

/** Of the gets: those for keys that are asked for once, before anything is tried. */
const MUCH_SCANNING = 0.1;
const GUARDS = ['tinylfu', 'second-hit'] as const;

/** Entries that are never asked for again take the room of those that are. */
export const scanPollution: Rule = ({ configuration, run }) => {
  if (!run || run.askedOnce < MUCH_SCANNING) return [];
  const guarded = configuration.levels.some(level => level.admission !== 'always');
  if (guarded) return [];
  const reason = `${percent(run.askedOnce)} of the requests are for keys that nobody asks for again.`;
  return GUARDS.map(spec => ({
    rule: 'scan-pollution',
    title: `admission always → ${spec}`,
    reason,
    change: { admission: spec },
    aim: 'better',
  }));
};
