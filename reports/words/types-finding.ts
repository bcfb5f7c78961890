/** What curves by data type say together: which type more room is worth most to. */
import type { CurveView } from '../charts/curve-views.ts';
import { curvesOf, meanMisses } from '../charts/curves.ts';
import { capacity, capacityWithUnit, count, plural } from './numbers.ts';

/** Hits that more room brings a type under the policy that misses least. */
interface Gain {
  readonly type: string;
  readonly policy: string;
  readonly hits: number;
  readonly requests: number;
  readonly from: number;
  readonly to: number;
}

/** The type that gains the most hits from its smallest size to its largest; null where every type has one size only. */
export function typesFinding(views: readonly CurveView[]): string | null {
  const gains = views.flatMap(view => gainOf(view) ?? []);
  if (gains.length === 0) return null;
  const most = gains.reduce((best, each) => (each.hits > best.hits ? each : best));
  if (most.hits <= 0) return 'More room brings no data type more hits';
  const { unit } = views[0]!.rows[0]!;
  const { type, policy, hits, requests, from, to } = most;
  const whom = views.length > 1 ? 'Most of all data types, ' : '';
  return `${whom}${type} gains from room: ${policy} hits ${count(hits)} more of its ${plural(requests, 'request')} with ${capacityWithUnit(to, unit)} than with ${capacity(from, unit)}`;
}

/** What the picture shows of which requests, in one sentence. */
export function typesSubject(views: readonly CurveView[]): string {
  const requests = views.map(({ type, rows }) => `${count(rows[0]!.requests)} for ${type}`);
  return `The requests for each data type alone, as if it had a cache of its own: ${requests.join(', ')}; seed ${views[0]!.seed}.`;
}

function gainOf({ type, rows }: CurveView): Gain | null {
  const curves = curvesOf(rows).filter(({ role, points }) => role !== 'optimal' && points.length > 1);
  if (curves.length === 0) return null;
  const { policy, points } = curves.reduce((best, each) => (meanMisses(each) < meanMisses(best) ? each : best));
  const hitsAt = (capacity: number) => rows.find(row => row.policy === policy && row.capacity === capacity)!.hits;
  const [from, to] = [points[0]!.capacity, points.at(-1)!.capacity];
  return { type: type!, policy, hits: hitsAt(to) - hitsAt(from), requests: rows[0]!.requests, from, to };
}
