import type { MrcRow } from '../../documents/mrc.ts';
import { percent } from '../figures.ts';
import type { Rule } from '../proposal.ts';
import { resize, scaled, totalOf } from '../resize.ts';

/** How far above its size a cache is looked at. */
const FARTHEST = 2;
/** Miss ratio that one step up must save to be a cliff, and that may be lost on the way down a plateau. */
const CLIFF = 0.02;
const PLATEAU = 0.002;
/** Of the capacity: less is not worth giving back. */
const WORTH_GIVING_BACK = 0.1;

/** The curve of LRU falls steeply a little above the present size: a little more room is worth a lot. */
export const cliffAhead: Rule = ({ configuration, run }) => {
  const { above, now } = around(run?.curve?.rows, totalOf(configuration.levels));
  if (!now) return [];
  // The step that saves the most for the room it takes.
  const worth = (row: MrcRow) => (now.missRatio - row.missRatio) / (row.capacity - now.capacity);
  const best = above.filter(row => now.missRatio - row.missRatio >= CLIFF).sort((a, b) => worth(b) - worth(a))[0];
  if (!best) return [];
  const factor = best.capacity / now.capacity;
  const reason = `At ${best.capacity.toLocaleString('en')} ${configuration.unit} LRU misses ${percent(best.missRatio)}, at ${now.capacity.toLocaleString('en')} it misses ${percent(now.missRatio)}.`;
  const levels = scaled(configuration.levels, factor);
  const remark = `up to the cliff, × ${factor.toFixed(2)}`;
  return [resize(configuration, { rule: 'size-cliff', reason, levels, remark })];
};

/** The curve of LRU has been level for a while: less room misses no more. */
export const pastTheKnee: Rule = ({ configuration, run }) => {
  const total = totalOf(configuration.levels);
  const { below, now } = around(run?.curve?.rows, total);
  if (!now) return [];
  const knee = below.find(row => row.missRatio <= now.missRatio + PLATEAU);
  if (!knee || knee.capacity > (1 - WORTH_GIVING_BACK) * now.capacity) return [];
  const reason = `From ${knee.capacity.toLocaleString('en')} ${configuration.unit} on LRU hardly misses less: ${percent(knee.missRatio)} there, ${percent(now.missRatio)} at ${now.capacity.toLocaleString('en')}.`;
  const levels = scaled(configuration.levels, knee.capacity / total);
  return [resize(configuration, { rule: 'size-knee', reason, levels, remark: 'down to the knee', aim: 'smaller' })];
};

/** The points of LRU's curve below and above a size, smallest first, and the nearest at or below it. */
function around(rows: readonly MrcRow[] = [], size: number) {
  const lru = rows.filter(row => row.policy === 'lru');
  const upTo = lru.filter(row => row.capacity <= size);
  const now = upTo.at(-1);
  return {
    now,
    below: upTo.slice(0, -1),
    above: lru.filter(row => row.capacity > size && row.capacity <= FARTHEST * size),
  };
}
