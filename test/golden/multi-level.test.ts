import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import { BACK_INVALIDATED } from '../../engine/hierarchy/events.ts';
import { replay } from '../../engine/replay/replay.ts';
import { generate } from '../../engine/runners/generate.ts';
import { readTable } from '../../scripts/golden/table.ts';
import { suppliedTrace } from '../../scripts/golden/traces.ts';
import type { Requests } from '../../workloads/requests.ts';
import { readTrace } from '../../workloads/traces/file/read-trace.ts';
import { AXES, type LevelCounts, MODES, type Mode } from './modes.ts';
import { NaiveLevels } from './naive-levels.ts';

function measure(requests: Requests, mode: Mode, [l1, l2, l3]: readonly number[]): LevelCounts {
  const levels = `L1=${l1}/-/lru,L2=${l2}/-/lru,L3=${l3}/-/lru`;
  const options = { ...AXES[mode], residency: 'per-level', fill: 'read-through', levels };
  const configuration = resolveConfiguration(options, { keys: requests.universe, bytes: null });
  const { hierarchy, misses } = replay(requests, configuration, { seed: 1, warmup: 0 });
  return {
    hits: hierarchy.levels.map(level => level.hits),
    misses,
    demoted: hierarchy.levels.slice(1).map(level => level.demotedIn),
    backInvalidated: hierarchy.levels.slice(0, -1).map(level => level.left[BACK_INVALIDATED]!),
  };
}

describe.each(MODES)('three LRU levels, %s', mode => {
  test.each([
    ['zipf:keys=300', [10, 40, 100]],
    ['zipf:keys=300', [60, 20, 50]],
    ['scan:keys=150,length=60,share=0.4', [5, 30, 90]],
    ['loop:keys=101', [10, 30, 60]],
    ['loop:keys=101', [10, 30, 61]],
    ['shifting-hotspot:keys=400,hot=40,period=500', [8, 32, 80]],
    ['uniform:keys=9', [1, 1, 1]],
    ['uniform:keys=9', [2, 1, 3]],
  ])('do on %s with %j entries what a naive model does', (spec, capacities) => {
    const requests = generate(spec, 5_000, 1);
    const model = new NaiveLevels(mode, capacities);
    for (const batch of requests.batches) for (const id of batch.id) model.request(id);
    expect(measure(requests, mode, capacities)).toEqual(model.counts);
  });
});

/** Numbers of an independent model on published traces, neither of which is part of the repository. */
const SHARED = new URL('../../../shared/', import.meta.url).pathname;
const GOLDEN = `${SHARED}golden/multilevel_lru.csv`;
/** The longest trace takes two seconds on an idle machine. */
const SLOW_MACHINE_MS = 60_000;
const supplied = existsSync(GOLDEN);

interface GoldenLevels {
  readonly mode: Mode;
  readonly capacities: readonly number[];
  readonly counts: LevelCounts;
}

function readGolden(): ReadonlyMap<string, readonly GoldenLevels[]> {
  const byTrace = new Map<string, GoldenLevels[]>();
  for (const line of readTable(GOLDEN)) {
    const numbers = (...columns: string[]) => columns.map(column => line.number(column));
    const levels = {
      // The modes of the file are those of this project; another one would find no axes.
      mode: line.text('mode') as Mode,
      capacities: numbers('l1', 'l2', 'l3'),
      counts: {
        hits: numbers('l1_hits', 'l2_hits', 'l3_hits'),
        misses: line.number('misses'),
        demoted: numbers('demote_1to2', 'demote_2to3'),
        backInvalidated: numbers('backinv_l1', 'backinv_l2'),
      },
    };
    byTrace.set(line.text('trace'), [...(byTrace.get(line.text('trace')) ?? []), levels]);
  }
  return byTrace;
}

describe.skipIf(!supplied)('three LRU levels on published traces (skipped where ../shared is absent)', () => {
  const golden = supplied ? readGolden() : null;
  test.each(['multi1', 'multi2', 'ps', 'loop', '2_pools', 'web12'])(
    'hit, demote and back-invalidate on %s as those of the independent model',
    async name => {
      const trace = suppliedTrace(name)!;
      const { requests } = await readTrace(SHARED + trace.path, trace);
      const all = golden!.get(name)!;
      expect(all.map(each => each.mode).toSorted()).toEqual([...MODES].toSorted());
      for (const { mode, capacities, counts } of all)
        expect(measure(requests, mode, capacities), `${name}, ${mode}`).toEqual(counts);
    },
    SLOW_MACHINE_MS,
  );
});
