import { formatDuration } from '../../../spec/quantity.ts';
import { formatLevels } from '../../configuration/format-levels.ts';
import type { LevelConfiguration, Options } from '../../configuration/types.ts';
import { percent } from '../figures.ts';
import type { Rule } from '../proposal.ts';

/** Of the misses: entries that expired, before anything is tried. */
const MANY_EXPIRED = 0.02;
const LONGER = [4, 16] as const;

/** Entries expire that would have been asked for again. */
export const lifetimesShort: Rule = ({ configuration, run }) => {
  if (!run) return [];
  const { levels, unit, idleSeconds } = configuration;
  const expired = expiredIn(run.levels);
  const timed = idleSeconds !== null || levels.some(level => level.ttlSeconds !== null);
  if (!timed || expired < MANY_EXPIRED * run.totals.misses) return [];
  const reason = `${expired.toLocaleString('en')} entries expired, beside ${run.totals.misses.toLocaleString('en')} misses.`;
  return LONGER.map(factor => {
    const longer = (seconds: number | null) => (seconds === null ? null : factor * seconds);
    const changed = levels.map(level => ({ ...level, ttlSeconds: longer(level.ttlSeconds) }));
    const idle: Options = idleSeconds === null ? {} : { tti: formatDuration(factor * idleSeconds) };
    const idleText = idleSeconds === null ? '' : `, time to idle ${formatDuration(idleSeconds)} → ${idle.tti}`;
    return {
      rule: 'ttl-short',
      title: `TTLs ${ttlsOf(levels)} → ${ttlsOf(changed)}${idleText}`,
      reason,
      change: { levels: formatLevels(changed, unit), ...idle },
      aim: 'better',
    };
  });
};

/** The dead lie in the way of the living until somebody looks them up. */
export const deadHoldRoom: Rule = ({ configuration, run }) => {
  if (!run || configuration.expiry !== 'lazy') return [];
  const expired = expiredIn(run.levels);
  if (expired < MANY_EXPIRED * run.totals.misses) return [];
  const share = run.totals.requests === 0 ? 0 : expired / run.totals.requests;
  const reason = `Expired entries hold room until they are looked up; ${percent(share)} of the requests found one.`;
  return [
    {
      rule: 'dead-hold-room',
      title: 'expiry lazy → expired-first',
      reason,
      change: { expiry: 'expired-first' },
      aim: 'better',
    },
  ];
};

function expiredIn(levels: readonly { readonly expired: number }[]): number {
  return levels.reduce((sum, level) => sum + level.expired, 0);
}

function ttlsOf(levels: readonly LevelConfiguration[]): string {
  return levels.map(level => formatDuration(level.ttlSeconds ?? Number.POSITIVE_INFINITY)).join(' / ');
}
