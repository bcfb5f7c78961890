import { formatLevels } from '../configuration/format-levels.ts';
import type { Configuration, LevelConfiguration, Options } from '../configuration/types.ts';
import type { LevelResult, PartitionResult } from '../documents/places.ts';
import type { SimDocument, Totals } from '../documents/sim.ts';
import { unevenPartitions } from './uneven-partitions.ts';

/** A run that has ended. */
export interface Measured {
  readonly totals: Totals;
  readonly levels: readonly LevelResult[];
  readonly partitions: readonly PartitionResult[];
  readonly latencyMs: SimDocument['latencyMs'];
}

/** What rules look at in a run, or in a live cache. */
interface Judged {
  readonly totals: Pick<Totals, 'hitRatio'>;
  readonly levels: readonly Pick<LevelResult, 'name' | 'lookups' | 'hitRatio'>[];
  readonly latencyMs: Pick<SimDocument['latencyMs'], 'mean'>;
}

interface Facts {
  readonly configuration: Configuration;
  readonly measured: Judged;
  /** Distinct keys of the workload, or the sum of their sizes when capacities are in bytes. */
  readonly workingSet: number;
  /** With what room is worth to them; absent where the requests are not at hand. */
  readonly partitions?: readonly PartitionResult[];
}

/** A change that may help, before it has been tried. */
export interface Proposal {
  readonly rule: string;
  readonly title: string;
  readonly reason: string;
  readonly change: Options;
  /** What the change must achieve to be shown: better answers, or the same answers from less room. */
  readonly aim: 'better' | 'smaller';
}

export type Rule = (facts: Facts) => Proposal[];

/** The document's first rule: more than three in ten requests reach the origin. */
const lowHitRatio: Rule = ({ configuration, measured }) => {
  const { hitRatio } = measured.totals;
  if (hitRatio >= 0.7) return [];
  const reason = `Only ${percent(hitRatio)} of the requests are answered by the cache (70 % is the rule of thumb).`;
  const doubled = scaled(configuration.levels, 2);
  return [
    resize('hit-ratio-low', reason, configuration, doubled, 'every level twice as large'),
    ...betterDesign('hit-ratio-low', reason, configuration),
  ];
};

/** The document's second rule: the first level answers less than a fifth of what it is asked. */
const idleFirstLevel: Rule = ({ configuration, measured }) => {
  const [first] = measured.levels;
  if (measured.levels.length < 2 || first!.lookups === 0 || first!.hitRatio >= 0.2) return [];
  const reason = `${first!.name} answers only ${percent(first!.hitRatio)} of its lookups (20 % is the rule of thumb).`;
  const grown = shifted(configuration.levels, configuration.levels[0]!.capacity);
  return [
    ...(grown ? [resize('first-level-idle', reason, configuration, grown, 'room moved up from the last level')] : []),
    ...betterDesign('first-level-idle', reason, configuration),
  ];
};

/** The document's third rule: the first level answers more than four fifths; it may be larger than it needs to be. */
const ampleFirstLevel: Rule = ({ configuration, measured }) => {
  const [first] = measured.levels;
  const half = Math.floor(configuration.levels[0]!.capacity / 2);
  if (measured.levels.length < 2 || first!.hitRatio <= 0.8 || half < 1) return [];
  const reason = `${first!.name} answers ${percent(first!.hitRatio)} of its lookups (above 80 % it may hold more than it needs).`;
  const [top, ...rest] = configuration.levels;
  return [
    {
      ...resize('first-level-ample', reason, configuration, [{ ...top!, capacity: half }, ...rest], ''),
      aim: 'smaller',
    },
  ];
};

/** The document's fourth rule: an answer takes more than a millisecond on average. */
const slowAnswers: Rule = ({ configuration, measured }) => {
  const { mean } = measured.latencyMs;
  if (mean <= 1) return [];
  const reason = `A request takes ${mean.toPrecision(3)} ms on average (1 ms is the rule of thumb).`;
  const [first, ...rest] = configuration.levels;
  const wider = [{ ...first!, capacity: 2 * first!.capacity }, ...rest];
  return [
    ...(rest.length > 0 ? [resize('answers-slow', reason, configuration, wider, '')] : []),
    resize('answers-slow', reason, configuration, scaled(configuration.levels, 2), 'every level twice as large'),
    ...betterDesign('answers-slow', reason, configuration),
  ];
};

/** The cache is larger than everything it is asked for. */
const spareRoom: Rule = ({ configuration, workingSet }) => {
  const total = configuration.levels.reduce((sum, level) => sum + level.capacity, 0);
  if (total <= 1.1 * workingSet || configuration.levels.some(level => level.capacity * workingSet < total)) return [];
  const shrunk = configuration.levels.map(level => ({
    ...level,
    capacity: Math.max(1, Math.ceil((level.capacity * workingSet) / total)),
  }));
  const reason = `All that is ever asked for takes ${workingSet.toLocaleString('en')} of the ${total.toLocaleString('en')} ${configuration.unit}.`;
  return [
    { ...resize('working-set-fits', reason, configuration, shrunk, 'as large as the working set'), aim: 'smaller' },
  ];
};

export const rules: readonly Rule[] = [
  unevenPartitions,
  lowHitRatio,
  idleFirstLevel,
  ampleFirstLevel,
  slowAnswers,
  spareRoom,
];

/** The guarded design, where another one runs. */
function betterDesign(rule: string, reason: string, configuration: Configuration): Proposal[] {
  if (configuration.residency.startsWith('guarded') && configuration.promotion.startsWith('frequency')) return [];
  const levels = formatLevels(configuration.levels, configuration.unit);
  return [
    {
      rule,
      reason,
      title: `preset ${configuration.preset} → tierlab`,
      change: { preset: 'tierlab', levels },
      aim: 'better',
    },
  ];
}

function resize(
  rule: string,
  reason: string,
  { levels, unit }: Configuration,
  changed: readonly LevelConfiguration[],
  remark: string,
): Proposal {
  const sizes = (list: readonly LevelConfiguration[]) =>
    list.map(level => level.capacity.toLocaleString('en')).join(' / ');
  const different = changed.filter((level, depth) => level.capacity !== levels[depth]!.capacity);
  const title =
    different.length === 1
      ? `${different[0]!.name} ${sizes(levels.filter(level => level.name === different[0]!.name))} → ${sizes(different)}`
      : `levels ${sizes(levels)} → ${sizes(changed)}`;
  const suffix = remark === '' ? '' : ` (${remark})`;
  return { rule, reason, title: `${title}${suffix}`, change: { levels: formatLevels(changed, unit) }, aim: 'better' };
}

function scaled(levels: readonly LevelConfiguration[], factor: number): LevelConfiguration[] {
  return levels.map(level => ({ ...level, capacity: level.capacity * factor }));
}

/** Moves room from the last level to the first; null when the last has too little. */
function shifted(levels: readonly LevelConfiguration[], amount: number): LevelConfiguration[] | null {
  const last = levels.length - 1;
  if (levels[last]!.capacity <= amount) return null;
  return levels.map((level, depth) => ({
    ...level,
    capacity: level.capacity + (depth === 0 ? amount : depth === last ? -amount : 0),
  }));
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
