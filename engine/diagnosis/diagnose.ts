import { type Batch, DATA_TYPES, GET, type Requests, SET } from '../../workloads/requests.ts';
import type { Configuration } from '../configuration/types.ts';
import type { Diagnosis, MissesOf } from '../documents/diagnosis.ts';
import { NOT_COUNTED } from '../replay/answers.ts';
import { Driver } from '../replay/driver.ts';
import { nextAccesses } from '../replay/next-access.ts';
import { buildRig } from '../replay/rig.ts';
import { CAUSES, MissCounts } from './miss-counts.ts';
import { optimal, type Twin, unlimited } from './twins.ts';
import { UndonePromotions } from './undone-promotions.ts';

/** Keys that are named. */
const MOST_KEYS = 10;

const [COMPULSORY = 0, EXPIRED = 0, ARRIVING = 0, CAPACITY = 0, POLICY = 0] = CAUSES.map((_, number) => number);

export interface DiagnosisInput {
  readonly requests: Requests;
  readonly configuration: Configuration;
  readonly seed: number;
  readonly warmup: number;
  /** What an id is called in the trace; the number itself unless it is given. */
  nameOf?(id: number): string;
}

/**
 * Replays a workload against the cache and, in step with it, against caches that lack one reason to miss each: room for
 * everything without lifetimes, with them, with fetches that take their time, and OPT in the same room. A miss is put down to
 * the first of them that misses it too, so that every miss has one cause.
 */
export function diagnose(input: DiagnosisInput): Diagnosis {
  const { requests, configuration, seed, warmup } = input;
  const { universe, batches, columns } = requests;
  const rig = buildRig(configuration, requests, seed);
  const promotions = new UndonePromotions(universe, rig.hierarchy.residents.observer);
  rig.hierarchy.observe(promotions);
  const driver = new Driver(rig, configuration, warmup);
  const { origin } = rig.hierarchy;
  const run = { requests, seed, warmup };
  const opt = optimal(configuration, run);
  const instant = unlimited(configuration, run, 'off');
  const arriving = configuration.inflight === 'off' ? null : unlimited(configuration, run, configuration.inflight);
  const future = nextAccesses(requests);
  const fills = configuration.fill !== 'none';
  const stored = new Uint8Array(universe);
  const byKey = new MissCounts(universe);
  const byType = new MissCounts(DATA_TYPES.length);
  const all = new MissCounts(1);
  let optimalMisses = 0;
  let counting = driver.firstCounted;
  let b = 0;
  const answersOf = (twin: Twin | null, batch: Batch) => twin?.replay(batch, twin.clairvoyant ? future.at(b) : null);
  for (const batch of batches) {
    const answers = driver.replay(batch, rig.nextAccess ? future.at(b) : null);
    const instantly = answersOf(instant, batch)!;
    const inTime = answersOf(arriving, batch);
    const optimally = answersOf(opt, batch)!;
    if (driver.firstCounted !== counting) promotions.restart();
    counting = driver.firstCounted;
    const { id: ids, op: ops, type: types, length } = batch;
    for (let i = 0; i < length; i++) {
      const id = ids[i]!;
      const op = ops ? ops[i]! : GET;
      const known = stored[id] === 1;
      if (op !== GET) stored[id] = op === SET ? 1 : 0;
      else if (fills) stored[id] = 1;
      if (op !== GET || answers[i] === NOT_COUNTED) continue;
      const type = types ? types[i]! : 0;
      byKey.requests[id]!++;
      byType.requests[type]!++;
      if (optimally[i] === opt.origin) optimalMisses++;
      if (answers[i] !== origin) continue;
      let cause = POLICY;
      if (!known) cause = COMPULSORY;
      else if (instantly[i] === instant.origin) cause = EXPIRED;
      else if (inTime && inTime[i] === arriving!.origin) cause = ARRIVING;
      else if (optimally[i] === opt.origin) cause = CAPACITY;
      byKey.add(id, cause);
      byType.add(type, cause);
      all.add(0, cause);
    }
    b++;
  }
  const { nameOf = String } = input;
  return {
    misses: all.misses(0),
    causes: all.causes(0),
    optimal: { policy: opt.policy, misses: optimalMisses },
    staleHits: rig.hierarchy.staleHits,
    promotions: promotions.promotions,
    promotionsUndone: promotions.undone,
    keys: byKey.worst(MOST_KEYS).map(id => rowOf(byKey, id, nameOf(id))),
    ...(columns.includes('type') && {
      types: DATA_TYPES.flatMap((name, t) => (byType.requests[t] === 0 ? [] : [rowOf(byType, t, name)])),
    }),
  };
}

function rowOf(counts: MissCounts, thing: number, name: string): MissesOf {
  return { name, requests: counts.requests[thing]!, misses: counts.misses(thing), ...counts.causes(thing) };
}
