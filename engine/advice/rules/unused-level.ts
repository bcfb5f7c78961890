import { formatLevels } from '../../configuration/format-levels.ts';
import { percent } from '../figures.ts';
import type { Rule } from '../proposal.ts';

/** Of the requests: what a level must answer to be worth having. */
const HARDLY_ANY = 0.002;

/** A level that hardly answers anybody: seen from a whole run only, because a live cache may be asked for other things later. */
export const unusedLevel: Rule = ({ configuration, run }) => {
  const { levels, unit, originLatency } = configuration;
  if (!run || levels.length < 2 || run.totals.requests === 0) return [];
  return levels.flatMap((level, depth) => {
    const share = run.levels[depth]!.hits / run.totals.requests;
    if (share >= HARDLY_ANY) return [];
    const rest = levels.filter(each => each !== level);
    // Without their names the levels that stay would be as fast as those whose places they take.
    const latency = [...rest.map(each => `${each.name}=${each.latency}`), `origin=${originLatency}`].join(',');
    return [
      {
        rule: 'level-unused',
        title: `without ${level.name} (${level.capacity.toLocaleString('en')} ${unit})`,
        reason: `${level.name} answers ${percent(share)} of the requests.`,
        change: { levels: formatLevels(rest, unit), latency },
        aim: 'smaller' as const,
      },
    ];
  });
};
