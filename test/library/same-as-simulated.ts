import { strict as assert } from 'node:assert';
import type { Configuration } from '../../engine/configuration/types.ts';
import type { Hierarchy } from '../../engine/hierarchy/hierarchy.ts';
import type { LiveEntries } from '../../engine/library/live-entries.ts';
import { MultiLevelCache } from '../../engine/library/multi-level-cache.ts';
import type { ComprehensiveStats } from '../../engine/library/statistics.ts';
import { DATA_TYPES, DELETE, NO_TTL, PRIORITIES, SET } from '../../workloads/requests.ts';
import { drive } from '../hierarchy/drive.ts';
import type { TestRecord } from '../hierarchy/records.ts';
import { both, writer } from './event-log.ts';

/**
 * Drives the library and a simulated hierarchy with the same operations on the same clock, and demands the same events in the
 * same order, the same answers, and the newest value with each of them.
 * @param simulated configuration of the simulated one, where it is to be another
 */
export async function sameAsSimulated(
  configuration: Configuration,
  records: readonly TestRecord[],
  host: { readonly rememberedKeys: number },
  simulated = configuration,
): Promise<ComprehensiveStats> {
  let now = 0;
  const bytes = configuration.unit === 'bytes' ? { maxEntries: 200 } : {};
  const cache = MultiLevelCache.from<string>(configuration, { ...host, ...bytes, clock: () => now });
  const log: string[] = [];
  const told: string[] = [];
  // The hierarchy inside, so that nothing that it does goes unseen.
  const { hierarchy, table } = (cache as unknown as { live: LiveEntries<string> }).live;
  hierarchy.observe(
    both(
      hierarchy.residents.changes!,
      writer(hierarchy, log, id => table.keys[id]!),
    ),
  );
  cache.on('remove', ({ key, level, cause }) => told.push(`${key} leaves ${level}: ${cause}`));
  cache.on('move', ({ key, from, cause }) => told.push(`${key} leaves ${from}: ${cause}`));
  const newest = new Map<string, string>();
  const answers: string[] = [];
  for (const [at, { id, time, op, size, type, priority, ttl }] of records.entries()) {
    now = time;
    const key = `key ${id}`;
    const value = `${key}, version ${at}`;
    const options = {
      dataType: DATA_TYPES[type]!,
      priority: PRIORITIES[priority]!,
      ...(ttl === NO_TTL ? {} : { ttlMs: 1e3 * ttl }),
      size,
    };
    if (op === SET) {
      cache.set(key, value, options);
      newest.set(key, value);
    } else if (op === DELETE) cache.delete(key);
    else if (configuration.fill === 'none') {
      const answer = cache.get(key, options);
      answers.push(answer.hit ? answer.level : 'origin');
      if (answer.hit) assert.equal(answer.value, newest.get(key));
    } else {
      let level = 'origin';
      const listen = (event: { level: string }) => {
        ({ level } = event);
      };
      cache.on('hit', listen);
      const got = await cache.getOrLoad(key, () => value, options);
      cache.off('hit', listen);
      if (level === 'origin') newest.set(key, value);
      assert.equal(got, newest.get(key));
      answers.push(level);
    }
  }
  const universe = hierarchyUniverse(records, hierarchy, host.rememberedKeys);
  const expected = simulate(simulated, records, universe);
  assert.deepEqual(answers, expected.answers);
  assert.deepEqual(log, expected.log);
  const departures = expected.log.filter(line => line.includes(' leaves '));
  assert.deepEqual(told, departures);
  return cache.getComprehensiveStats();
}

/** As large as the library's where that has an id for each key: policies may size their tables by it. */
function hierarchyUniverse(records: readonly TestRecord[], { stores }: Hierarchy, rememberedKeys: number): number {
  const sized = stores.some(store => store.sizes);
  const entries = sized ? 200 : stores.reduce((sum, store) => sum + store.capacity, 0);
  const keys = records.reduce((most, { id }) => Math.max(most, id + 1), 0);
  return Math.max(keys, entries + rememberedKeys);
}

function simulate(configuration: Configuration, records: readonly TestRecord[], universe: number) {
  const log: string[] = [];
  let observed = false;
  const { hierarchy, answers } = drive(records, configuration, universe, true, {
    before(_record, hierarchy) {
      if (!observed) hierarchy.observe(writer(hierarchy, log, id => `key ${id}`));
      observed = true;
    },
  });
  const names = [...hierarchy.stores.map(store => store.name), 'origin'];
  return { log, answers: answers.filter(store => store >= 0).map(store => names[store]!) };
}
