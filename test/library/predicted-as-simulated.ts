import { strict as assert } from 'node:assert';
import type { Configuration } from '../../engine/configuration/types.ts';
import type { LiveEntries } from '../../engine/library/live-entries.ts';
import { MultiLevelCache } from '../../engine/library/multi-level-cache.ts';
import type { Prefetcher } from '../../engine/prediction/prefetcher.ts';
import { Driver } from '../../engine/replay/driver.ts';
import { buildRig } from '../../engine/replay/rig.ts';
import { withColumns } from '../../workloads/batch-memory.ts';
import { DELETE, NO_TTL, type Requests, SET } from '../../workloads/requests.ts';
import { requestsOf, type TestRecord } from '../hierarchy/records.ts';
import { both, writer } from './event-log.ts';

/** A request of one of several clients. */
export interface ClientRecord extends TestRecord {
  readonly client: number;
}

interface Load {
  readonly doneAt: number;
  resolve(): void;
}

/**
 * Drives the library with requests, and a loader that takes as long as the origin of the simulation, on a virtual clock, and demands that
 * the same happens in the same order, and that the books on prediction are the same.
 */
export async function predictedAsSimulated(
  configuration: Configuration,
  records: readonly ClientRecord[],
  loadSeconds: number,
) {
  const time = { now: 0 };
  const cache = MultiLevelCache.from<string>(configuration, { rememberedKeys: 40, clock: () => time.now });
  const { live, prediction } = cache as unknown as {
    live: LiveEntries<string>;
    prediction: { prefetcher: Prefetcher };
  };
  const { hierarchy, table } = live;
  const log: string[] = [];
  const keyOf = (id: number) => table.keys[id]!;
  hierarchy.observe(both(hierarchy.residents.changes!, writer(hierarchy, log, keyOf)));
  const loads: Load[] = [];
  const loader = (key: string) =>
    new Promise<string>(resolve =>
      loads.push({ doneAt: time.now + loadSeconds, resolve: () => resolve(`${key} loaded`) }),
    );
  cache.registerLoader(loader, { concurrency: 1_000 });
  const waiting: Promise<string>[] = [];
  for (const { id, time: at, op, ttl, client } of records) {
    for (let due = next(); due <= at; due = next()) {
      time.now = due;
      if (loads[0] && loads[0].doneAt <= due) loads.shift()!.resolve();
      else cache.has('nobody');
      await settled();
    }
    time.now = at;
    const key = `key ${id}`;
    const options = { ...(ttl !== NO_TTL && { ttlMs: 1e3 * ttl }), client: `client ${client}` };
    if (op === SET) cache.set(key, 'set', options);
    else if (op === DELETE) cache.delete(key);
    else waiting.push(cache.getOrLoad(key, loader, options));
    await settled();
  }
  const simulated = simulate(configuration, records, live.universe);
  assert.deepEqual(log, simulated.log);
  const { predictions, staleAnswers } = cache.getComprehensiveStats();
  assert.deepEqual({ predictions, staleAnswers }, simulated.books);
  for (const load of loads) load.resolve();
  await Promise.all(waiting);
  return { ...predictions!, staleAnswers };

  /** When something happens by itself. */
  function next(): number {
    return Math.min(loads[0]?.doneAt ?? Number.POSITIVE_INFINITY, prediction.prefetcher.wakeTime);
  }
}

function simulate(configuration: Configuration, records: readonly ClientRecord[], universe: number) {
  const requests = requestsWithClients(records, universe);
  const rig = buildRig(configuration, requests, 1);
  const { hierarchy, prefetcher } = rig;
  const log: string[] = [];
  const keyOf = (id: number) => `key ${id}`;
  hierarchy.observe(both(prefetcher!, writer(hierarchy, log, keyOf)));
  const driver = new Driver(rig, configuration, 0);
  for (const batch of requests.batches) driver.replay(batch, null);
  const predictions = { ...prefetcher!.counts, residentUnused: prefetcher!.residentUnused };
  return { log, books: { predictions, staleAnswers: hierarchy.staleAnswers.count } };
}

function requestsWithClients(records: readonly ClientRecord[], universe: number): Requests {
  const requests = requestsOf(records, ['time', 'op', 'ttl'], universe);
  let from = 0;
  const batches = [...requests.batches].map(batch => {
    const part = records.slice(from, from + batch.length);
    from += batch.length;
    return withColumns(batch, { client: Int32Array.from(part, record => record.client) });
  });
  return { ...requests, columns: [...requests.columns, 'client'], batches };
}

/** Lets everything happen that waits for nothing from outside. */
function settled(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
