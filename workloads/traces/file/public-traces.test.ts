import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { column } from '../testing/feed.ts';
import { readTrace } from './read-trace.ts';

/** Published traces that are not part of the repository; numbers from the README beside them. */
const FOLDER = new URL('../../../../shared/traces/', import.meta.url).pathname;

describe.skipIf(!existsSync(FOLDER))('public traces (skipped where ../shared/traces is absent)', () => {
  test.each([
    ['lirs/multi1.trace.gz', {}, 'keys', 15_858, 2_606],
    ['lirs/multi2.trace.gz', {}, 'keys', 26_311, 5_684],
    ['lirs/loop.trace.gz', {}, 'keys', 505_500, 1_011],
    ['lirs/cs.trace.gz', {}, 'keys', 6_781, 1_409],
    ['lirs/ps.trace.gz', {}, 'keys', 10_448, 3_083],
    ['lirs/2_pools.trace.gz', {}, 'keys', 100_000, 9_939],
    ['lirs/backf.trace.gz', {}, 'keys', 9_000, 751],
    ['lirs/zigzag.trace.gz', {}, 'keys', 52_001, 2_001],
    ['cache2k/web12.trace.gz', { format: 'int32be' }, 'int32be', 95_607, 13_756],
    ['arc/oltp.lis.zst', {}, 'arc', 914_145, 186_880],
    ['corda_vaultservice.trace.xz', { format: 'int64be' }, 'int64be', 135_702, 90_468],
    ['address_gcc.trace.gz', {}, 'address', 515_683, 35_070],
    ['adaptsize_request.trace', {}, 'time-id-size', 66_987, 36_815],
  ])('%s has the requests and keys that are published', async (name, options, format, requests, keys) => {
    const trace = await readTrace(FOLDER + name, options);
    expect(trace).toMatchObject({ format, requests: { gets: requests, operations: requests, universe: keys } });
  });

  test('the four forms of cloudPhysicsIO hold the same requests', async () => {
    const forms = ['txt.gz', 'csv.gz', 'oracleGeneral.bin', 'vscsi'];
    const traces = await Promise.all(forms.map(form => readTrace(`${FOLDER}cloudPhysicsIO.${form}`)));
    expect(traces.map(trace => trace.format)).toEqual(['keys', 'csv', 'oracle-general', 'vscsi']);
    const ids = column(traces[0]!.requests, 'id');
    for (const { requests } of traces) {
      expect(requests).toMatchObject({ gets: 113_872, universe: 48_974 });
      expect(column(requests, 'id')).toEqual(ids);
    }
  });
});
