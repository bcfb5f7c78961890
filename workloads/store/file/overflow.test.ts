import { createHash } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readdirSync, readlinkSync, rmdirSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { Recorder } from '../../recorder.ts';
import { BATCH_LENGTH, COLUMNS, columnBeside, type Requests, stretches } from '../../requests.ts';
import { Overflow } from './overflow.ts';
import { StoredBatches } from './stored-batches.ts';
import { openTemporaryFile } from './temporary-file.ts';

const RECORDS = 3 * BATCH_LENGTH + 7;

/** Records with something in every column, and records that say nothing. */
function record(sink: Overflow | undefined, records = RECORDS): Requests {
  const recorder = new Recorder(COLUMNS, sink);
  for (let i = 0; i < records; i++) {
    const details = { time: i / 8, op: i % 3, size: 1 + (i % 70_000), type: i % 4, priority: i % 3, ttl: i, client: i };
    recorder.add((i * i) % 9_973, i % 5 === 0 ? undefined : details);
  }
  return recorder.finish();
}

const digestOf = (values: NodeJS.ArrayBufferView) => createHash('sha1').update(values).digest('hex');

/** What all batches say, in short. */
function copied({ batches }: Requests): string[][] {
  return Array.from(batches, batch => (['id', ...COLUMNS] as const).map(name => digestOf(batch[name]!)));
}

it('gives back from a file what it would have given from memory', () => {
  const [stored, kept] = [record(new Overflow([], 0)), record(undefined)];
  expect(stored.batches).toBeInstanceOf(StoredBatches);
  expect(Array.isArray(kept.batches)).toBe(true);
  const { batches: _, ...facts } = kept;
  expect(stored).toMatchObject(facts);
  expect(copied(stored)).toEqual(copied(kept));
  for (const index of [3, 1])
    expect(digestOf(stored.batches.at(index)!.size!)).toBe(digestOf(kept.batches.at(index)!.size!));
  expect(stored.batches.at(4)).toBeUndefined();
  stored.batches.close!();
});

it('leaves out columns that there are none of', () => {
  const recorder = new Recorder(['op'], new Overflow([], 0));
  recorder.add(0);
  const { batches } = recorder.finish();
  expect(batches.at(0)).toMatchObject({ time: null, size: null, type: null, priority: null, ttl: null, client: null });
  expect([...batches.at(0)!.op!]).toEqual([0]);
});

it('keeps in memory what fits there, and opens no file', () => {
  // 35 bytes a record with all columns.
  const destination = { fromBytes: Number.POSITIVE_INFINITY, open: openTemporaryFile };
  const sink = new Overflow([destination], 35 * RECORDS);
  expect(copied(record(sink))).toEqual(copied(record(undefined)));
  expect(sink.fileOf(destination)).toBeNull();
  expect(Array.isArray(record(new Overflow([], 35 * RECORDS - 1)).batches)).toBe(false);
});

it('writes to a destination from its bytes on, and keeps the batches as well', () => {
  const destination = { fromBytes: 35 * BATCH_LENGTH, open: openTemporaryFile };
  const sink = new Overflow([destination]);
  const requests = record(sink);
  expect(Array.isArray(requests.batches)).toBe(true);
  const { descriptor, layout } = sink.fileOf(destination)!;
  expect(copied({ ...requests, batches: new StoredBatches({ descriptor, layout }) })).toEqual(copied(requests));
});

it('gives a destination up that cannot be written, as long as everything is in memory', () => {
  const failing = (open: () => number) => {
    const destination = { fromBytes: 0, open };
    const sink = new Overflow([destination], 35 * 2 * BATCH_LENGTH);
    const requests = record(sink);
    // The temporary file that takes its place may well have the same descriptor.
    expect(sink.fileOf(destination)).toBeNull();
    return copied(requests);
  };
  const expected = copied(record(undefined));
  expect(
    failing(() => {
      throw new Error('no such place');
    }),
  ).toEqual(expected);
  // A descriptor for reading only takes no batch.
  expect(failing(() => openSync(devNull, 'r'))).toEqual(expected);
});

it('stops when the only file that holds batches cannot be written any more', () => {
  let descriptor = -1;
  const open = () => {
    descriptor = openTemporaryFile();
    return descriptor;
  };
  const sink = new Overflow([{ fromBytes: 0, open }], 0);
  const recorder = new Recorder([], sink);
  for (let i = 0; i < BATCH_LENGTH + 2; i++) recorder.add(i);
  closeSync(descriptor);
  expect(() => recorder.finish()).toThrow('EBADF');
});

it('hands out whole runs of batches, each good until the next, over more records than one run has', () => {
  const run = 1 << 20;
  const recorder = new Recorder([], new Overflow([], 0));
  for (let i = 0; i < run + BATCH_LENGTH + 1; i++) recorder.add(i & 0xffff);
  const lengths: number[] = [];
  const firsts: number[] = [];
  for (const stretch of stretches(recorder.finish().batches)) {
    lengths.push(stretch.reduce((sum, batch) => sum + batch.length, 0));
    firsts.push(...stretch.map(batch => batch.id[0]!));
  }
  expect(lengths).toEqual([run, BATCH_LENGTH + 1]);
  // Each batch begins with a multiple of 65,536, which is 0 in its lower bits.
  expect(firsts).toEqual(new Array(18).fill(0));
});

// Only Linux tells where a descriptor leads.
it.runIf(process.platform === 'linux')('leaves no file with a name where temporary files lie', () => {
  const place = mkdtempSync(join(tmpdir(), 'tierlab-overflow-'));
  vi.stubEnv('TMPDIR', place);
  const { batches } = record(new Overflow([], 0));
  columnBeside(batches).set(0, Int32Array.of(1));
  expect(readdirSync(place)).toEqual([]);
  // And yet it lay there.
  expect(readlinkSync(`/proc/self/fd/${(batches as StoredBatches).file.descriptor}`)).toContain(place);
  batches.close!();
  vi.unstubAllEnvs();
  rmdirSync(place);
});

it('has room for a column beside the batches, written in any order', () => {
  for (const { batches } of [record(new Overflow([], 0)), record(undefined)]) {
    const column = columnBeside(batches);
    for (const index of [3, 0, 2, 1]) column.set(index, Int32Array.of(...new Array(index === 3 ? 7 : 9).fill(-index)));
    expect([...column.at(3)]).toEqual(new Array(7).fill(-3));
    expect([...column.at(1).subarray(0, 9)]).toEqual(new Array(9).fill(-1));
  }
});
