import type { Configuration } from '../../engine/configuration/types.ts';
import { buildHierarchy } from '../../engine/hierarchy/build.ts';
import type { Hierarchy } from '../../engine/hierarchy/hierarchy.ts';
import { NEVER } from '../../policies/eviction/contract.ts';
import { DELETE, GET, SET } from '../../workloads/requests.ts';
import type { TestRecord } from './records.ts';

/** Looks at a hierarchy while it is driven. */
export interface Watcher {
  /** Before the record acts. */
  before?(record: TestRecord, hierarchy: Hierarchy): void;
  /** After the record has acted, and been filled if it missed; `store` answered a get. */
  after?(record: TestRecord, hierarchy: Hierarchy, store: number): void;
}

/**
 * Replays records one by one, in the plainest way: what the fast replay must agree with.
 * @returns by record, the store that answered a get; -1 for a set or delete
 */
export function drive(
  records: readonly TestRecord[],
  configuration: Configuration,
  universe: number,
  ttls: boolean,
  watcher: Watcher = {},
): { hierarchy: Hierarchy; answers: number[] } {
  const { hierarchy, nextAccess } = buildHierarchy(configuration, { universe, ttls, seed: 1 });
  const answers: number[] = [];
  let sweepAt = Number.NaN;
  for (const [at, record] of records.entries()) {
    const { id, time: now, op, type, priority, ttl } = record;
    const size = configuration.unit === 'bytes' ? record.size : 1;
    if (nextAccess) nextAccess[id] = nextGet(records, at);
    if (configuration.sweepSeconds !== null) {
      if (Number.isNaN(sweepAt)) sweepAt = now + configuration.sweepSeconds;
      let last = Number.NaN;
      for (; now >= sweepAt; sweepAt += configuration.sweepSeconds) last = sweepAt;
      if (!Number.isNaN(last)) {
        hierarchy.advance(last);
        hierarchy.sweep();
      }
    }
    watcher.before?.(record, hierarchy);
    hierarchy.advance(now);
    let store = -1;
    if (op === SET) hierarchy.set(id, type, priority, size, ttl);
    else if (op === DELETE) hierarchy.delete(id);
    else {
      store = hierarchy.get(id, type);
      if (store === hierarchy.origin && configuration.fill !== 'none') hierarchy.fill(id, type, priority, size, ttl);
    }
    answers.push(store);
    watcher.after?.(record, hierarchy, store);
  }
  return { hierarchy, answers };
}

function nextGet(records: readonly TestRecord[], at: number): number {
  const { id } = records[at]!;
  const next = records.findIndex((record, i) => i > at && record.id === id);
  return next < 0 || records[next]!.op !== GET ? NEVER : next;
}
