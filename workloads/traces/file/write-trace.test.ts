import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { column, contents } from '../testing/feed.ts';
import type { TraceWriter } from '../write/contract.ts';
import { csv } from '../write/csv.ts';
import { keys } from '../write/keys.ts';
import { oracleGeneral } from '../write/oracle-general.ts';
import { readTrace } from './read-trace.ts';
import { writeTrace } from './write-trace.ts';

const folder = mkdtempSync(join(tmpdir(), 'tierlab-written-'));
const path = join(folder, 'trace');
beforeEach(() => rmSync(path, { force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

/** A trace of the letters, one a chunk, that does something before each. */
function letters(text: string, before: (letter: string) => void = () => {}): TraceWriter {
  return {
    keys: 'dense',
    steps: text.length,
    *chunks() {
      for (const letter of text) {
        before(letter);
        yield new TextEncoder().encode(letter);
      }
    },
    remarks: () => [],
  };
}

const content = () => (existsSync(path) ? readFileSync(path, 'utf8') : null);

test('a file has its name when it is whole; until then what was there before stays', async () => {
  writeFileSync(path, 'old');
  const seen: (string | null)[] = [];
  // sha256 of abc: FIPS 180-2, appendix B.1.
  expect(
    await writeTrace(
      letters('abc', () => seen.push(content())),
      path,
    ),
  ).toEqual({
    bytes: 3,
    sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  });
  expect([seen, content()]).toEqual([['old', 'old', 'old'], 'abc']);
  expect(readdirSync(folder)).toEqual(['trace']);
});

test('a compressed file holds the same bytes, and its hash is of them', async () => {
  const plain = await writeTrace(letters('abc'), path);
  expect(await writeTrace(letters('abc'), path, { gzip: true })).toEqual(plain);
  expect(gunzipSync(readFileSync(path)).toString()).toBe('abc');
});

test('a failure or a stop on the way leaves nothing, and what was there before', async () => {
  const fail = (letter: string) => {
    if (letter === 'c') throw new Error('no c');
  };
  await expect(writeTrace(letters('abc', fail), path)).rejects.toThrow('no c');
  expect(readdirSync(folder)).toEqual([]);
  writeFileSync(path, 'old');
  const stop = new AbortController();
  const reason = new Error('enough');
  const abort = (letter: string) => letter === 'b' && stop.abort(reason);
  await expect(writeTrace(letters('abc', abort), path, { signal: stop.signal })).rejects.toBe(reason);
  expect([readdirSync(folder), content()]).toEqual([['trace'], 'old']);
});

test('what a link leads to is replaced, and a device is written to', async () => {
  const link = join(folder, 'link');
  writeFileSync(path, 'old');
  symlinkSync(path, link);
  await writeTrace(letters('abc'), link);
  expect(content()).toBe('abc');
  rmSync(link);
  await writeTrace(letters('abc'), '/dev/null');
  expect(readdirSync(folder)).toEqual(['trace']);
});

const FIXTURES = new URL('../../../test/fixtures/', import.meta.url).pathname;
const SHARED = new URL('../../../../shared/traces/', import.meta.url).pathname;

async function converted(from: string): Promise<string> {
  const { requests, originals } = await readTrace(from);
  return (await writeTrace(oracleGeneral.open({ requests, originals: originals(), rate: 1_000 }), path)).sha256;
}

test.each(['mixed_150k', 'zipf0.9_20k_150k'])(
  '%s is the same again, byte for byte, with its next accesses',
  async name => {
    const file = `${FIXTURES}${name}.oracleGeneral.bin.zst`;
    expect(await converted(file)).toBe((await readTrace(file)).sha256);
  },
);

describe.skipIf(!existsSync(SHARED))('cloudPhysicsIO (skipped where ../shared/traces is absent)', () => {
  const supplied = `${SHARED}cloudPhysicsIO.oracleGeneral.bin`;

  test('is the supplied file again when it comes from it', async () => {
    await converted(supplied);
    expect(readFileSync(path).equals(readFileSync(supplied))).toBe(true);
  });

  test.each(['vscsi', 'csv.gz'])('from %s is the supplied file but for sizes that change', async ending => {
    await converted(`${SHARED}cloudPhysicsIO.${ending}`);
    const bytes = readFileSync(path);
    // libCacheSim's converter keeps the size that a block was first asked for with (remove_size_change).
    const ids = column((await readTrace(supplied)).requests, 'id');
    const sizes: number[] = [];
    ids.forEach((id, record) => {
      sizes[id] ??= bytes.readUInt32LE(24 * record + 12);
      bytes.writeUInt32LE(sizes[id], 24 * record + 12);
    });
    expect(bytes.equals(readFileSync(supplied))).toBe(true);
  });

  test('from keys alone has the next requests of the supplied file', async () => {
    await converted(`${SHARED}cloudPhysicsIO.txt.gz`);
    const [made, given] = [readFileSync(path), readFileSync(supplied)];
    const differing = column((await readTrace(supplied)).requests, 'id').filter((_, record) => {
      const at = 24 * record;
      const [id, next] = [at + 4, at + 16];
      return (
        made.compare(given, id, id + 8, id, id + 8) !== 0 || made.compare(given, next, next + 8, next, next + 8) !== 0
      );
    });
    expect([made.length, differing]).toEqual([given.length, []]);
  });
});

describe.skipIf(!existsSync(SHARED))('public traces (skipped where ../shared/traces is absent)', () => {
  test.each([
    ['adaptsize_request.trace', {}],
    ['cloudPhysicsIO.vscsi', { mapOps: true }],
    ['cloudPhysicsIO.csv.gz', { mapOps: true }],
    ['corda_vaultservice.trace.xz', { format: 'int64be' }],
    ['lirs/zigzag.trace.gz', {}],
  ])('%s as csv is read as the same', async (name, options) => {
    const { requests, originals } = await readTrace(SHARED + name, options);
    await writeTrace(csv.open({ requests, originals: originals(), rate: 1_000 }), path, { gzip: true });
    const again = (await readTrace(path)).requests;
    expect({ ...again, batches: null }).toEqual({ ...requests, batches: null });
    expect(contents(again)).toEqual(contents(requests));
  });

  test('keys are the lines of the file that they come from', async () => {
    const from = `${SHARED}cloudPhysicsIO.txt.gz`;
    const { requests, originals } = await readTrace(from);
    await writeTrace(keys.open({ requests, originals: originals(), rate: 1_000 }), path);
    expect(content()).toBe(`${gunzipSync(readFileSync(from))}\n`);
  });
});
