import type { EvictionPolicy } from '../../policies/eviction/contract.ts';
import { InputError } from '../../spec/input-error.ts';
import { OPERATIONS, type Requests } from '../../workloads/requests.ts';
import type { Configuration } from '../configuration/types.ts';
import type { ExplainDocument, ExplainPlace, ExplainStep } from '../documents/explain.ts';
import { isStale } from '../replay/answers.ts';
import { Driver } from '../replay/driver.ts';
import { nextAccesses } from '../replay/next-access.ts';
import { buildRig } from '../replay/rig.ts';
import { partOf } from '../replay/stretches.ts';
import { EventLog } from './event-log.ts';
import { type Leaving, LeavingOrders } from './leaving-order.ts';

/** What a person can follow, and a page can hold. */
const MOST_STEPS = 400;
export const MOST_RESIDENTS = 50;

export interface ExplainInput {
  readonly requests: Requests;
  readonly configuration: Configuration;
  readonly seed: number;
}

export type Explanation = Pick<ExplainDocument, 'requests' | 'hits' | 'steps'>;

/** Replays a few requests against a small cache, and shows it after each of them. @throws InputError for more than can be shown */
export function explain({ requests, configuration, seed }: ExplainInput): Explanation {
  const { operations, batches, universe } = requests;
  if (operations > MOST_STEPS)
    throw new InputError('--requests', `found ${operations}, expected at most ${MOST_STEPS}: each is shown`);
  checkSize(configuration, universe);
  const rig = buildRig(configuration, requests, seed);
  const { hierarchy, nextAccess } = rig;
  const { stores, order } = hierarchy;
  const driver = new Driver(rig, configuration, 0);
  const orders = new LeavingOrders(requests, configuration, seed);
  const names = [...stores.map(each => each.name), 'origin'];
  const log = new EventLog(names, hierarchy.residents.observer);
  hierarchy.observe(log);
  const future = nextAccess ? nextAccesses(requests) : null;
  const steps: ExplainStep[] = [];
  let hits = 0;
  // So few requests are one batch.
  const batch = batches.at(0);
  const next = future ? future.at(0) : null;
  for (let i = 0; i < operations; i++) {
    const [answer] = driver.replay(partOf(batch!, i, i + 1), next?.subarray(i, i + 1) ?? null);
    const operation = OPERATIONS[batch!.op ? batch!.op[i]! : 0]!;
    const stale = isStale(answer!);
    if (operation === 'get' && answer !== hierarchy.origin && !stale) hits++;
    const after = orders.after(steps.length + 1);
    const places = stores.map((store, s) =>
      placeOf(store.name, store.capacity, store.used, store.policy, after.stores[s]!),
    );
    steps.push({
      operation,
      id: batch!.id[i]!,
      seconds: hierarchy.lifetimes.now,
      answeredBy: operation !== 'get' ? null : stale ? 'stale' : names[answer!]!,
      events: log.take(),
      places: order ? [...places, placeOf('order', null, hierarchy.residents.used, order, after.order!)] : places,
    });
  }
  return { requests: requests.gets, hits, steps };
}

function placeOf(
  name: string,
  capacity: number | null,
  used: number,
  policy: EvictionPolicy,
  { leaving, others }: Leaving,
): ExplainPlace {
  return { name, capacity, used, leaving, others, parts: policy.inspect?.() ?? [] };
}

/** @throws InputError when more could be resident than can be shown */
function checkSize({ levels, partitionLevels, unit, inclusion }: Configuration, universe: number): void {
  const room = [...levels, ...partitionLevels].reduce((sum, each) => sum + each.capacity, 0);
  const keys = inclusion === 'exclusive' ? universe : universe * levels.length;
  // Of bytes nobody knows how many entries they are, but for the number of keys.
  const most = unit === 'bytes' ? keys : Math.min(room, keys);
  if (most > MOST_RESIDENTS)
    throw new InputError('--levels', `${most} entries, expected at most ${MOST_RESIDENTS}: each is shown`);
}
