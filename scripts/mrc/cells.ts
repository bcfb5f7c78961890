/** The points of the curves: policies × sizes, of all requests or of those of each data type. */
import { findBound } from '../../engine/bounds/catalog.ts';
import { resolveAdmission } from '../../engine/build-admission.ts';
import { resolveEviction } from '../../engine/build-policy.ts';
import type { Method } from '../../engine/curves/methods.ts';
import { smallestEstimated } from '../../engine/curves/sampling-plan.ts';
import { splitTypes } from '../../engine/curves/split-types.ts';
import type { MrcCell } from '../../engine/experiments/curve-cell.ts';
import { InputError } from '../../spec/input-error.ts';
import type { Requests } from '../../workloads/requests.ts';
import { Overflow } from '../../workloads/store/file/overflow.ts';
import type { Settings } from '../options/settings.ts';
import { sizesWhereLruBends } from './bends.ts';
import { resolveSizes } from './sizes.ts';

/** Requests, and the points that are measured on them. */
export interface CurvePart {
  /** Absent where all requests are in one part. */
  readonly type?: string;
  readonly requests: Requests;
  readonly cells: readonly MrcCell[];
}

/** What is measured: one part, or with `--per-type` one for each data type. @throws InputError where there are no types */
export async function curveParts(
  policies: string[],
  settings: Settings,
  requests: Requests,
  method: Method,
  seed: number,
): Promise<CurvePart[]> {
  const cells = async (own: Requests) => cellsOf(policies, await withSizes(settings, own, method), own, method, seed);
  if (!settings.perType) return [{ requests, cells: await cells(requests) }];
  if (!requests.columns.includes('type'))
    throw new InputError('--per-type', 'the workload has no data types: its curve is that of mrc without --per-type');
  const parts: CurvePart[] = [];
  for (const part of splitTypes(requests, () => new Overflow()))
    parts.push({ ...part, cells: await cells(part.requests) });
  return parts;
}

/** Records to be replayed for all points of a part, about: a sample goes twice, as a whole and in groups. */
export function operationsOf({ requests: { operations, universe }, cells }: CurvePart, method: Method): number {
  const each = method.kind === 'count' ? operations : (2 * operations * method.keysOf(universe)) / universe;
  return cells.length * each;
}

/** Sizes that are chosen by the curve of LRU, where that is asked for, in place of the word that asks. */
async function withSizes(settings: Settings, requests: Requests, method: Method): Promise<Settings> {
  if (settings.sizes !== 'auto') return settings;
  const smallest = method.kind === 'count' ? 1 : smallestEstimated(requests.universe, method.keysOf(requests.universe));
  return { ...settings, sizes: (await sizesWhereLruBends(requests, method, smallest)).join(',') };
}

/** Policy by policy, in the order given. @throws InputError for a size that cannot be, or that policy or method cannot count */
function cellsOf(
  policies: string[],
  { sizes, admission }: Settings,
  { universe, bytes }: Requests,
  method: Method,
  seed: number,
): MrcCell[] {
  const smallest = method.kind === 'count' ? 1 : smallestEstimated(universe, method.keysOf(universe));
  const { unit, capacities } = resolveSizes(sizes, { keys: universe, bytes }, smallest);
  for (const policy of policies) if (!findBound(policy)) resolveEviction(policy, unit === 'bytes', '--policies');
  if (admission !== undefined) resolveAdmission(admission, unit === 'bytes', '--admission');
  if (method.kind === 'shards' && unit === 'bytes')
    throw new InputError('--sizes', 'shards estimates sizes in entries only; --method mini takes bytes');
  const guard = admission === undefined ? {} : { admission };
  return policies.flatMap(policy => capacities.map(capacity => ({ policy, ...guard, capacity, unit, seed })));
}
