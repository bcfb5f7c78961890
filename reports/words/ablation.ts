import type { AblateDocument, AblationStep } from '../../engine/documents/ablate.ts';
import { moreIsBetter } from '../../engine/documents/compare.ts';
import { isRatio, METRIC_NAMES, type Precision, sayMetric } from './metric-words.ts';
import { plural, points } from './numbers.ts';

/** What the numbers of an ablation are rounded by. */
export function precisionOf({ samples, count, counted, from }: AblateDocument): Precision {
  return { requests: samples === 'seeds' ? count * counted : counted, unit: from.config.unit };
}

/** `+20.1 points`, `−0.420 ms`, `+1,230`: a change in the metric's own unit and with the same decimals for all, so that they add up. */
export function sayChange(change: number, { metric, from, to }: AblateDocument, precision: Precision): string {
  if (isRatio(metric)) return points(change, precision.requests);
  const size = Math.abs(change);
  const text = metric.startsWith('latency')
    ? `${size.toFixed(decimalsBelow(Math.max(from.mean, to.mean)))}\u00a0ms`
    : sayMetric(metric, size, precision);
  if (Number.parseFloat(text.replaceAll(',', '')) === 0) return '±0';
  return `${change < 0 ? '\u2212' : '+'}${text}`;
}

/** One digit more than the three of the largest value. */
function decimalsBelow(largest: number): number {
  return Math.max(0, 3 - Math.max(0, Math.floor(Math.log10(largest || 1))));
}

/** The same without its unit, which stands elsewhere. */
export function sayBareChange(change: number, document: AblateDocument, precision: Precision): string {
  return sayChange(change, document, precision).replace(/\u00a0(points?|ms|s)$/, '');
}

/** `promotion → frequency`. */
export function stepName({ axis, to }: AblationStep): string {
  return `${axis} → ${to}`;
}

/** The steps that change anything, in their order. */
export function movingSteps({ steps }: AblateDocument): AblationStep[] {
  return steps.filter(({ amount }) => amount !== 0);
}

/** What the way from one end to the other changes, and which choice changes most. */
export function ablateFinding(document: AblateDocument): string {
  const { from, to, metric, steps } = document;
  const precision = precisionOf(document);
  const say = (value: number) => sayMetric(metric, value, precision);
  const name = isRatio(metric) ? `the ${METRIC_NAMES[metric]}` : METRIC_NAMES[metric];
  const change = sayChange(to.mean - from.mean, document, precision);
  if (change.startsWith('±')) return `From ${from.name} to ${to.name} ${name} stays at ${say(from.mean)}`;
  const moves = to.mean > from.mean ? 'rises' : 'falls';
  const better = moreIsBetter(metric) === to.mean > from.mean;
  const helping = steps.filter(each => each.amount !== 0 && each.amount > 0 === to.mean > from.mean);
  const [most] = helping;
  const whole = `From ${from.name} to ${to.name} ${name} ${moves} from ${say(from.mean)} to ${say(to.mean)}`;
  if (!most) return whole;
  return `${whole}; ${most.axis} ${better ? 'buys' : 'costs'} most, ${sayChange(most.mean, document, precision)}`;
}

/** How effects were averaged. */
export function ordersNote({ orders, steps }: AblateDocument): string {
  const choices = plural(steps.length, 'choice');
  const replayed = plural(orders.configurations, 'configuration');
  if (orders.count === 1 && orders.exact) return `${choices}, ${replayed}`;
  const over = orders.exact
    ? `all ${plural(orders.count, 'order')}`
    : `${plural(orders.count, 'order')} drawn at random`;
  return `Average over ${over} of ${choices} (Shapley), from ${replayed}`;
}
