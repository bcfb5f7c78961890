import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { COLUMNS } from '../../requests.ts';
import type { TraceOptions } from '../../traces/open-trace.ts';
import { type LoadedTrace, loadTrace } from './load-trace.ts';
import { MEMORY_BYTES } from './overflow.ts';

const folder = mkdtempSync(join(tmpdir(), 'tierlab-store-'));
const cache = join(folder, 'cache');
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  rmSync(cache, { recursive: true, force: true });
  vi.stubEnv('TIERLAB_CACHE', cache);
  vi.stubEnv('TIERLAB_CACHE_LIMIT', '');
});

/** Kept from 4 MiB on: records of an id, a time and a size take 20 bytes. */
const RECORDS = 230_000;

function write(name: string, records = RECORDS, keys = 1_000): string {
  const path = join(folder, name);
  const view = new DataView(new ArrayBuffer(24 * records));
  for (let i = 0; i < records; i++) {
    view.setUint32(24 * i, 5e8 + (i >> 3), true);
    view.setUint32(24 * i + 4, (i * i) % keys, true);
    view.setUint32(24 * i + 12, 1 + (i % 9e4), true);
    view.setBigInt64(24 * i + 16, -1n, true);
  }
  writeFileSync(path, new Uint8Array(view.buffer));
  return path;
}

/** Everything that a run could see of a trace. */
function seen({ requests, originals: _, ...rest }: LoadedTrace) {
  const { batches, ...facts } = requests;
  const digest = (values: NodeJS.ArrayBufferView) => createHash('sha1').update(values).digest('hex');
  const columns = Array.from(batches, batch =>
    (['id', ...COLUMNS] as const).map(name => batch[name] && digest(batch[name])),
  );
  return { ...rest, ...facts, columns };
}

const load = async (path: string, options: TraceOptions = {}, keep = true) =>
  seen(await loadTrace(path, options, keep));
const kept = () => (existsSync(cache) ? readdirSync(cache).map(name => join(cache, name)) : []);
/** Whether the next call reads what is kept: it tells no progress then. */
async function isKept(path: string, options: TraceOptions = {}): Promise<boolean> {
  let read = false;
  const onProgress = () => {
    read = true;
  };
  await loadTrace(path, { ...options, onProgress }, true);
  return !read;
}

const trace = write('a.oracleGeneral');

it('gives the same trace read, kept and not kept', async () => {
  const [cold, warm, unkept] = [await load(trace), await load(trace), await load(trace, {}, false)];
  expect(warm).toEqual(cold);
  expect(unkept).toEqual(cold);
  expect(await isKept(trace)).toBe(true);
});

it('gives the same trace where it is too large for memory', async () => {
  const large = write('large.oracleGeneral', Math.ceil(MEMORY_BYTES / 20) + 1);
  const [cold, warm] = [await loadTrace(large, {}, true), await loadTrace(large, {}, true)];
  expect([cold, warm].map(each => Array.isArray(each.requests.batches))).toEqual([false, false]);
  expect(seen(warm)).toEqual(seen(cold));
  expect(seen(await loadTrace(large, {}, false))).toEqual(seen(cold));
  // So large a file is hashed in a thread of its own.
  expect(cold.sha256).toBe(createHash('sha256').update(readFileSync(large)).digest('hex'));
});

it('keeps nothing when it is told so, and nothing of a small trace', async () => {
  await load(trace, {}, false);
  await load(write('small.oracleGeneral', 1_000));
  expect(kept()).toEqual([]);
});

it('reads the trace again in another way, when another way of reading is asked for', async () => {
  await load(trace);
  expect(await isKept(trace, { limit: 220_000 })).toBe(false);
  expect(await isKept(trace, { limit: 220_000 })).toBe(true);
  expect((await load(trace, { limit: 220_000 })).gets).toBe(220_000);
  expect(await isKept(trace, { format: 'oracle' })).toBe(false);
  expect((await load(trace)).gets).toBe(RECORDS);
});

it('reads a changed trace again and lets go of what it was', async () => {
  const path = write('changing.oracleGeneral');
  const before = await load(path);
  write('changing.oracleGeneral', RECORDS, 500);
  const after = await load(path);
  expect(after.universe).not.toBe(before.universe);
  expect(await load(path)).toEqual(after);
  expect(kept()).toHaveLength(1);
});

it('notices that a trace was touched', async () => {
  await load(trace);
  utimesSync(trace, 1, 1);
  expect(await isKept(trace)).toBe(false);
});

/** Content with one byte changed, counted from the end where the number is negative. */
function withFlip(content: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(content);
  copy[at < 0 ? copy.length + at : at]! ^= 0x10;
  return copy;
}

it.each<[string, (content: Uint8Array) => Uint8Array | string]>([
  ['a changed first block', content => withFlip(content, 3)],
  ['a changed block in the middle', content => withFlip(content, content.length >> 1)],
  ['a changed description', content => withFlip(content, -100)],
  ['a changed length', content => withFlip(content, -16)],
  ['another magic number', content => withFlip(content, -1)],
  ['its end missing', content => content.subarray(0, content.length - 1)],
  ['its beginning missing', content => content.subarray(8)],
  ['nothing in it', () => ''],
  ['something else in it', () => 'something else, but long enough to have a tail'],
])('makes a file with %s again', async (_, damage) => {
  const good = await load(trace);
  const [file] = kept();
  const content = readFileSync(file!);
  writeFileSync(file!, damage(content));
  expect(await isKept(trace)).toBe(false);
  expect(readFileSync(file!).equals(content)).toBe(true);
  expect(await load(trace)).toEqual(good);
});

it('does without where nothing can be written', async () => {
  const good = await load(trace, {}, false);
  writeFileSync(join(folder, 'a file'), '');
  vi.stubEnv('TIERLAB_CACHE', join(folder, 'a file', 'below'));
  expect(await load(trace)).toEqual(good);
});

it('leaves nothing behind of a trace that cannot be read to its end', async () => {
  const path = join(folder, 'cut.oracleGeneral');
  writeFileSync(path, readFileSync(trace).subarray(0, -1));
  await expect(loadTrace(path, {}, true)).rejects.toThrow('the last record is cut short');
  expect(kept()).toEqual([]);
});

it('lets go of what was used least recently when there is more than the limit', async () => {
  const [a, b, c] = ['1', '2', '3'].map(name => write(`${name}.oracleGeneral`));
  await load(a!);
  const bytes = statSync(kept()[0]!).size;
  vi.stubEnv('TIERLAB_CACHE_LIMIT', `${2 * bytes + 1}B`);
  await load(b!);
  // As if both had been used long ago, and then the first once more.
  for (const file of kept()) utimesSync(file, 1, 1);
  await load(a!);
  await load(c!);
  expect(await Promise.all([isKept(a!), isKept(c!)])).toEqual([true, true]);
  expect(kept()).toHaveLength(2);
});

it('takes away what runs left that crashed long ago, but not what another run is writing', async () => {
  mkdirSync(cache, { recursive: true });
  for (const name of ['old', 'new']) writeFileSync(join(cache, `${name}.requests.part`), '');
  utimesSync(join(cache, 'old.requests.part'), 1, 1);
  await load(trace);
  expect(readdirSync(cache).filter(name => name.endsWith('.part'))).toEqual(['new.requests.part']);
});

it('several runs at once make the same file', async () => {
  const all = await Promise.all([load(trace), load(trace), load(trace)]);
  expect(all[1]).toEqual(all[0]);
  expect(all[2]).toEqual(all[0]);
  expect(kept()).toHaveLength(1);
  expect(await isKept(trace)).toBe(true);
});

it('refuses a limit that is none', async () => {
  vi.stubEnv('TIERLAB_CACHE_LIMIT', '10%');
  await expect(loadTrace(trace, {}, true)).rejects.toThrow('TIERLAB_CACHE_LIMIT: found 10%, expected bytes');
});
