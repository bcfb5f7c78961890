import { predictors } from '../../policies/prediction/catalog.ts';
import type { Future, KeySpace } from '../../policies/prediction/contract.ts';
import { InputError } from '../../spec/input-error.ts';
import { resolveSpec } from '../../spec/spec.ts';
import type { Configuration } from '../configuration/types.ts';
import type { Hierarchy } from '../hierarchy/hierarchy.ts';
import { meanMs } from '../latency.ts';
import { randomStream } from '../random.ts';
import { Budget } from './budget.ts';
import { type Background, Prefetcher } from './prefetcher.ts';
import { Throttle } from './throttle.ts';

export interface PredictionParts {
  readonly hierarchy: Hierarchy;
  readonly background: Background;
  readonly universe: number;
  readonly seed: number;
  /** What keys stand for, for a predictor that looks at their numbers. @throws InputError */
  keys(predictor: string): KeySpace;
  /** The gets to come, for predictors that know them. */
  future(): Future;
}

/** One server in so many is kept for demand, where prediction is throttled. */
const RESERVED = 8;

/** Builds the predictor that a configuration names, and the books that are kept of it. @throws InputError */
export function buildPrefetcher(configuration: Configuration, parts: PredictionParts) {
  const { hierarchy, background, universe, seed } = parts;
  const { entry, values } = resolveSpec(configuration.prediction, predictors, 'predictor', '--prediction');
  const { levels, unit, originLatency } = configuration;
  const level = Number(values.level);
  const depth = Math.min(level === 0 ? levels.length : level, levels.length) - 1;
  // What waits for a request without having been fetched waits as long as it would in the level.
  const memory = unit === 'bytes' ? universe : levels[depth]!.capacity;
  const last = values.position === 'lru';
  if (last && !hierarchy.retires)
    throw new InputError(
      '--prediction',
      'position=lru needs an order with an end, such as lru or fifo, in every level or over all of them (--residency)',
    );
  const budget = Number(values.budget);
  const throttled = values.throttle === true;
  const prefetcher = new Prefetcher({
    universe,
    hierarchy,
    background,
    budget: budget > 0 ? new Budget(budget) : null,
    throttle: throttled ? new Throttle(universe, memory) : null,
    depth,
    last,
  });
  const predictor = entry.create(
    {
      universe,
      random: randomStream(seed, 'prediction'),
      fetchSeconds: 1e-3 * meanMs(originLatency, '--latency origin', randomStream(seed, 'prediction/latency')),
      propose: (id, confidence) => prefetcher.propose(id, confidence),
      refresh: (id, confidence) => prefetcher.refresh(id, confidence),
      wakeAt: seconds => prefetcher.wakeAt(seconds),
      expiresAt: id => hierarchy.expiresAt(id),
      storedAt: id => hierarchy.storedAt(id),
      keys: entry.capabilities.numeric ? parts.keys(entry.name) : null,
      future: entry.capabilities.clairvoyant ? parts.future() : null,
    },
    values,
  );
  prefetcher.attach(predictor);
  return { prefetcher, room: roomAtOrigin(configuration.originConcurrency, throttled ? null : Number(values.queue)) };
}

/**
 * How many fetches may be under way or wait at the origin when prediction adds one: as many as it has servers but for those kept for demand;
 * without the throttle, some that wait in line besides.
 * @param queue null with the throttle
 */
export function roomAtOrigin(servers: number | null, queue: number | null): number {
  if (servers === null) return Number.POSITIVE_INFINITY;
  if (queue !== null) return servers + queue;
  return servers - Math.min(Math.ceil(servers / RESERVED), servers - 1);
}
