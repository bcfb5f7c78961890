import type { EstimatedRow, MrcDocument } from '../../engine/documents/mrc.ts';
import { bestBySize } from '../charts/best-by-size.ts';
import { type Curve, curvesOf, missesAt } from '../charts/curves.ts';
import { capacityWithUnit, percent, plural, points } from './numbers.ts';

/** Which policy misses least, at how many of the sizes, and what that is worth against LRU. */
export function mrcFinding(document: MrcDocument): string {
  return estimated(document) ? `${findingOf(document)} (estimated)` : findingOf(document);
}

function estimated({ rows }: MrcDocument): boolean {
  return rows.some(row => 'estimated' in row);
}

/** What was estimated from what, and what the intervals mean; null where everything was counted. */
export function estimateNote({ rows }: MrcDocument): string | null {
  const estimates = rows.filter((row): row is EstimatedRow => 'estimated' in row);
  if (estimates.length === 0) return null;
  const rates = estimates.map(row => row.rate);
  const [least, most] = [Math.min(...rates), Math.max(...rates)];
  const share = (rate: number) => `${Number((100 * rate).toPrecision(2))}`;
  const range = least === most ? share(least) : `${share(least)} to ${share(most)}`;
  const counted = rows.length - estimates.length;
  const rest = counted === 0 ? '' : `; ${counted} of ${rows.length} points are counted`;
  return `Estimated from ${range}\u00a0% of the keys (${estimates[0]!.method}), ± is a 95\u00a0% interval${rest}`;
}

/** ` behind tinylfu`; nothing where every newcomer enters. */
export function behind({ rows }: Pick<MrcDocument, 'rows'>): string {
  const admission = rows[0]?.admission;
  return admission === undefined ? '' : ` behind ${admission}`;
}

/** What opt is: where newcomers are turned away without its being asked, not the best that can be done. */
function optimalOf(rows: MrcDocument['rows']): string {
  return rows[0]!.admission === undefined ? 'the best possible cache' : 'opt';
}

function capitalised(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}

function findingOf({ rows }: MrcDocument): string {
  const curves = curvesOf(rows);
  const rivals = curves.filter(({ role }) => role !== 'optimal');
  const { unit, requests } = rows[0]!;
  const sizes = [...new Set(rows.map(row => row.capacity))].sort((a, b) => a - b);
  if (rivals.length === 0) {
    const what = curves.every(({ bound }) => bound) ? 'what no cache can fall below' : optimalOf(rows);
    return `${capitalised(what)}, for comparison only`;
  }
  if (rivals.length === 1) {
    const { policy, points: own } = rivals[0]!;
    const [first, last] = [own[0]!, own.at(-1)!];
    const say = (misses: number) => percent(misses / 100, requests);
    if (own.length === 1) return `${policy} misses ${say(first.misses)} of requests`;
    return `${policy} misses ${say(first.misses)} with ${capacityWithUnit(first.capacity, unit)} and ${say(last.misses)} with ${capacityWithUnit(last.capacity, unit)}`;
  }
  if (sizes.every(size => allEqual(rivals.map(curve => missesAt(curve, size))))) return 'All policies miss the same';
  const wins = new Map<string, number>();
  for (const reign of bestBySize(curves)) wins.set(reign.policy, (wins.get(reign.policy) ?? 0) + reign.sizes);
  const [policy, at] = [...wins].reduce((most, each) => (each[1] > most[1] ? each : most));
  const where =
    sizes.length === 1
      ? `with ${capacityWithUnit(sizes[0]!, unit)}`
      : at === sizes.length
        ? `at all ${plural(sizes.length, 'size')}`
        : `at ${at} of ${plural(sizes.length, 'size')}`;
  return `${policy} misses least ${where}${advantage(curves, policy, sizes, requests)}`;
}

function allEqual(values: readonly (number | null)[]): boolean {
  return values.every(value => value === values[0]);
}

/** `, up to 8.1 points less than lru`; nothing where LRU was not asked or nothing is gained. */
function advantage(curves: readonly Curve[], policy: string, sizes: readonly number[], requests: number): string {
  const winner = curves.find(curve => curve.policy === policy)!;
  const lru = curves.find(({ role }) => role === 'flat-lru');
  if (!lru || lru === winner) return '';
  const gains = sizes.map(size => (missesAt(lru, size) ?? 0) - (missesAt(winner, size) ?? 0));
  const most = points(Math.max(...gains) / 100, requests);
  if (!most.startsWith('+')) return '';
  return `, ${sizes.length > 1 ? 'up to ' : ''}${most.slice(1)} less than ${lru.policy}`;
}

/** What was replayed, in one sentence. */
export function mrcSubject(document: MrcDocument): string {
  const { rows, workload, seed } = document;
  const policies = new Set(rows.map(row => row.policy)).size;
  const sizes = [...new Set(rows.map(row => row.capacity))].sort((a, b) => a - b);
  const { unit, requests } = rows[0]!;
  const note = estimateNote(document);
  const say = (size: number) => capacityWithUnit(size, unit);
  const range =
    sizes.length === 1
      ? `with ${say(sizes[0]!)}`
      : `at ${sizes.length} sizes from ${say(sizes[0]!)} to ${say(sizes.at(-1)!)}`;
  return `${plural(requests, 'request')} for ${plural(workload.keys, 'key')} through single caches of ${plural(policies, 'policy', 'policies')}${behind(document)} ${range}, seed ${seed}.${note === null ? '' : ` ${note}.`}`;
}

/** How the best policy stands to OPT and LRU at the middle of the sizes. */
export function middleFinding(document: MrcDocument): string {
  const { rows } = document;
  const curves = curvesOf(rows);
  const sizes = [...new Set(rows.map(row => row.capacity))].sort((a, b) => a - b);
  const { unit, requests } = rows[0]!;
  const size = sizes[sizes.length >> 1]!;
  const at = curves
    .map(curve => ({ ...curve, misses: curve.points.find(({ capacity }) => capacity === size)?.misses }))
    .filter((each): each is Curve & { misses: number } => each.misses !== undefined);
  const best = at.filter(({ role }) => role !== 'optimal').sort((a, b) => a.misses - b.misses)[0];
  const optimal = at.find(({ role, bound }) => role === 'optimal' && !bound);
  const bound = at.find(each => each.bound);
  const lru = at.find(({ role }) => role === 'flat-lru');
  const say = (misses: number) => percent(misses / 100, requests);
  const how = estimated(document) ? ' (estimated)' : '';
  const parts: string[] = [];
  if (best) parts.push(`${best.policy} misses ${say(best.misses)}`);
  if (best && lru && lru !== best) parts.push(`${lru.policy} ${say(lru.misses)}`);
  if (optimal) parts.push(best ? `${optimalOf(rows)} ${say(optimal.misses)}` : `OPT misses ${say(optimal.misses)}`);
  if (bound) parts.push(`no cache${parts.length > 0 ? '' : ' misses'} less than ${say(bound.misses)}`);
  return `With ${capacityWithUnit(size, unit)}, ${parts.join(', ')}${how}`;
}
