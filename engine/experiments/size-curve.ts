import type { Requests } from '../../workloads/requests.ts';
import { resolveEviction } from '../build-policy.ts';
import type { Configuration } from '../configuration/types.ts';
import { shapesOf } from '../curves/shape.ts';
import type { MrcRow } from '../documents/mrc.ts';
import type { SizeCurve } from '../documents/sim.ts';
import { runCells } from './mrc.ts';

/** Points of a curve that one pass gives, beside the configured sizes. */
const POINTS = 48;
/** Points of a curve that is replayed, beside the configured sizes. */
const REPLAYED_POINTS = 16;
/** A curve of fewer points shows nothing. */
const FEWEST = 4;
/** Requests that a curve may replay in all. */
const BUDGET = { lru: 60e6, opt: 8e6 };

/**
 * Miss-ratio curves of LRU and OPT around the configured sizes. LRU in entries takes one pass however many sizes there are;
 * what must be replayed has as many points as it can afford, and null is a run too long for LRU in bytes.
 */
export function sizeCurve(requests: Requests, configuration: Configuration, seed: number): SizeCurve | null {
  const { unit, levels } = configuration;
  let capacity = 0;
  const marks = levels.map(level => {
    capacity += level.capacity;
    return { name: level.name, capacity };
  });
  const whole = unit === 'bytes' ? requests.bytes! : requests.universe;
  const smallest = Math.max(1, Math.floor(levels[0]!.capacity / 4));
  const largest = Math.max(whole, smallest);
  const curve = (policy: 'lru' | 'opt'): MrcRow[] => {
    const onePass = policy === 'lru' && unit === 'entries';
    const most = onePass ? POINTS : REPLAYED_POINTS;
    const points = onePass ? most : Math.min(most, Math.floor(BUDGET[policy] / Math.max(1, requests.operations)));
    if (points < FEWEST) return [];
    const even = logarithmic(smallest, largest, points);
    const capacities = points === most ? [...even, ...marks.map(mark => mark.capacity)] : withOneAt(capacity, even);
    const sorted = [...new Set(capacities)].filter(each => each <= largest).sort((a, b) => a - b);
    const cells = sorted.map(each => ({ policy, capacity: each, unit, seed }));
    return runCells(requests, cells).map(each => each.row);
  };
  const lru = curve('lru');
  if (lru.length === 0) return null;
  const sized = resolveEviction('opt', false, '').entry.capabilities.sized;
  const rows = unit === 'bytes' && !sized ? lru : [...lru, ...curve('opt')];
  return { rows, shapes: shapesOf(rows), marks };
}

/**
 * Where few points are affordable, the one between the ends that lies next to the room that there is moves there: what OPT makes of
 * that room is what a policy may win.
 */
function withOneAt(capacity: number, even: readonly number[]): number[] {
  if (capacity <= even[0]! || capacity >= even.at(-1)!) return [...even];
  const distance = (at: number) => Math.abs(Math.log(even[at]! / capacity));
  let nearest = 1;
  for (let at = 2; at < even.length - 1; at++) if (distance(at) < distance(nearest)) nearest = at;
  return even.with(nearest, capacity);
}

/** Whole numbers from low to high, equally far apart on a logarithmic axis. */
function logarithmic(low: number, high: number, points: number): number[] {
  const step = Math.log(high / low) / (points - 1);
  return Array.from({ length: points }, (_, i) => (i === points - 1 ? high : Math.round(low * Math.exp(i * step))));
}
