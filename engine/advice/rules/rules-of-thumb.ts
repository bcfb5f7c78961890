import { betterDesign } from '../better-design.ts';
import { percent } from '../figures.ts';
import type { Rule } from '../proposal.ts';
import { resize, scaled, shifted } from '../resize.ts';

/** The document's first rule: more than three in ten requests reach the origin. */
export const lowHitRatio: Rule = ({ configuration, measured }) => {
  const { hitRatio } = measured.totals;
  if (hitRatio >= 0.7) return [];
  const rule = 'hit-ratio-low';
  const reason = `Only ${percent(hitRatio)} of the requests are answered by the cache (70 % is the rule of thumb).`;
  const larger = (factor: number, remark: string) =>
    resize(configuration, { rule, reason, levels: scaled(configuration.levels, factor), remark });
  return [
    ...betterDesign(rule, reason, configuration),
    larger(2, 'every level twice as large'),
    larger(1.5, 'every level half as large again'),
    larger(4, 'every level four times as large'),
  ];
};

/** The document's second rule: the first level answers less than a fifth of what it is asked. */
export const idleFirstLevel: Rule = ({ configuration, measured }) => {
  const [first] = measured.levels;
  if (measured.levels.length < 2 || first!.lookups === 0 || first!.hitRatio >= 0.2) return [];
  const rule = 'first-level-idle';
  const reason = `${first!.name} answers only ${percent(first!.hitRatio)} of its lookups (20 % is the rule of thumb).`;
  const levels = shifted(configuration.levels, configuration.levels[0]!.capacity);
  const remark = 'room moved up from the last level';
  return [
    ...(levels ? [resize(configuration, { rule, reason, levels, remark })] : []),
    ...betterDesign(rule, reason, configuration),
  ];
};

/** The document's third rule: the first level answers more than four fifths; it may be larger than it needs to be. */
export const ampleFirstLevel: Rule = ({ configuration, measured }) => {
  const [first] = measured.levels;
  const half = Math.floor(configuration.levels[0]!.capacity / 2);
  if (measured.levels.length < 2 || first!.hitRatio <= 0.8 || half < 1) return [];
  const reason = `${first!.name} answers ${percent(first!.hitRatio)} of its lookups (above 80 % it may hold more than it needs).`;
  const [top, ...rest] = configuration.levels;
  const levels = [{ ...top!, capacity: half }, ...rest];
  return [resize(configuration, { rule: 'first-level-ample', reason, levels, aim: 'smaller' })];
};

/** The document's fourth rule: an answer takes more than a millisecond on average. */
export const slowAnswers: Rule = ({ configuration, measured }) => {
  const { mean } = measured.latencyMs;
  if (mean <= 1) return [];
  const rule = 'answers-slow';
  const reason = `A request takes ${mean.toPrecision(3)} ms on average (1 ms is the rule of thumb).`;
  const [first, ...rest] = configuration.levels;
  const wider = [{ ...first!, capacity: 2 * first!.capacity }, ...rest];
  const doubled = scaled(configuration.levels, 2);
  return [
    ...(rest.length > 0 ? [resize(configuration, { rule, reason, levels: wider })] : []),
    resize(configuration, { rule, reason, levels: doubled, remark: 'every level twice as large' }),
    ...betterDesign(rule, reason, configuration),
  ];
};
