import { formatLevels } from '../../configuration/format-levels.ts';
import type { Configuration } from '../../configuration/types.ts';
import type { PartitionResult } from '../../documents/places.ts';
import type { Proposal, Rule } from '../proposal.ts';

/** How many times as much room must be worth to the one as to the other. */
const CLEARLY = 2;
/** Of the requests for all partitions: hits to be gained before anything is tried. */
const WORTH_TRYING = 0.001;

/**
 * Partitions should be so large that the next entry is worth the same to all (H. S. Stone, J. Turek, J. L. Wolf, "Optimal
 * partitioning of cache memory", IEEE Transactions on Computers 1992): where it is not, room moves from the one that misses
 * it least to the one that gains the most.
 */
export const unevenPartitions: Rule = ({ configuration, run }) => {
  const partitions = run?.partitions ?? [];
  const pairs = partitions.flatMap(taker => partitions.flatMap(giver => (giver === taker ? [] : pairOf(taker, giver))));
  const best = pairs.sort((a, b) => b.gain - b.loss - (a.gain - a.loss))[0];
  if (!best) return [];
  const asked = partitions.reduce((sum, { utility }) => sum + (utility?.requests ?? 0), 0);
  const { taker, giver, gain, loss, step } = best;
  if (gain < CLEARLY * loss || (gain - loss) * step < WORTH_TRYING * asked) return [];
  const one = configuration.unit === 'entries' ? 'entry' : 'KiB';
  const each = configuration.unit === 'entries' ? 1 : 1024;
  const reason = `One ${one} more is worth ${figure(gain * each)} hits to ${taker.name}, one less costs ${giver.name} ${figure(loss * each)}.`;
  const half = Math.floor(giver.capacity / 2);
  return [...new Set([step, half])]
    .filter(amount => amount > 0 && amount < giver.capacity)
    .map(amount => move(configuration, taker, giver, amount, reason));
};

interface Pair {
  readonly taker: PartitionResult;
  readonly giver: PartitionResult;
  /** Hits by unit of room. */
  readonly gain: number;
  readonly loss: number;
  /** What the giver's loss was measured for. */
  readonly step: number;
}

function pairOf(taker: PartitionResult, giver: PartitionResult): Pair[] {
  if (!taker.utility) return [];
  // A partition that nobody asks misses nothing.
  const { lost, step } = giver.utility ?? { lost: 0, step: Math.ceil(giver.capacity / 10) };
  return [{ taker, giver, gain: taker.utility.gained / taker.utility.step, loss: lost / step, step }];
}

function move(
  { partitionLevels, unit }: Configuration,
  taker: PartitionResult,
  giver: PartitionResult,
  amount: number,
  reason: string,
): Proposal {
  const change = (name: string) => (name === taker.name ? amount : name === giver.name ? -amount : 0);
  const changed = partitionLevels.map(each => ({ ...each, capacity: each.capacity + change(each.name) }));
  const sizes = [taker, giver].map(({ name, capacity }) => {
    const after = capacity + change(name);
    return `${name} ${capacity.toLocaleString('en')} → ${after.toLocaleString('en')}`;
  });
  return {
    rule: 'partitions-uneven',
    title: sizes.join(', '),
    reason,
    change: { quotas: formatLevels(changed, unit) },
    aim: 'better',
  };
}

function figure(hits: number): string {
  return hits.toLocaleString('en', { maximumSignificantDigits: 2 });
}
