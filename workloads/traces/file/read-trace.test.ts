import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { InputError } from '../../../spec/input-error.ts';
import { column } from '../testing/feed.ts';
import { readTrace } from './read-trace.ts';

const folder = mkdtempSync(join(tmpdir(), 'tierlab-traces-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function file(content: Uint8Array | string, name = `trace-${files++}`): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const base64 = (text: string) => Buffer.from(text, 'base64');

const PLAIN = '1\n2\n3\n';
/** The same, made by `zstd` and `xz`, in one frame or stream and in two (the first ends after `2\n`). */
const ZSTD = base64('KLUv/QRYMQAAMQoyCjMKuwiheA==');
const ZSTD_TWICE = base64('KLUv/QRYIQAAMQoyCpFHpzkotS/9BFgRAAAzChY+prc=');
const XZ = base64('/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAFMQoyCjMKAAAA48Gxflu4V04AAR4GwS+kHR+2830BAAAAAARZWg==');
const XZ_TWICE = base64(
  '/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQADMQoyCgBmlnAzxbqw4wABHARvLJzBH7bzfQEAAAAABFla/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQABMwoAAAD/rRiSG/rC3AABGgLcLqV+H7bzfQEAAAAABFla',
);
const GZIP = gzipSync(PLAIN);
const GZIP_TWICE = Buffer.concat([gzipSync('1\n2\n'), gzipSync('3\n')]);
const BZIP2 = base64('QlpoOTFBWSZTWUuVC7sAAAFIAAAQMAAgADDMDHqCcXckU4UJBLlQu7A=');

test.each([
  ['plain', PLAIN],
  ['gzip', GZIP],
  ['gzip of two members', GZIP_TWICE],
  ['zstd', ZSTD],
  ['zstd of two frames', ZSTD_TWICE],
  ['xz', XZ],
  ['xz of two streams', XZ_TWICE],
])('a %s file is told by its first bytes, and its hash is of the content', async (_, content) => {
  const trace = await readTrace(file(content, 'trace.txt'));
  expect(column(trace.requests, 'id')).toEqual([0, 1, 2]);
  expect(trace).toMatchObject({
    format: 'keys',
    title: 'trace.txt',
    bytesRead: content.length,
    sha256: createHash('sha256').update(PLAIN).digest('hex'),
  });
});

const LONG = Array.from({ length: 60_000 }, (_, i) => `${(i * i) % 10_007}\n`).join('');

test('a limit leaves the hash as it is', async () => {
  const trace = await readTrace(file(LONG), { limit: 100 });
  expect(trace.requests.gets).toBe(100);
  expect(trace.sha256).toBe(createHash('sha256').update(LONG).digest('hex'));
});

test('progress ends with the whole file read', async () => {
  const content = gzipSync(LONG);
  const seen: (readonly [number, number])[] = [];
  await readTrace(file(content), { onProgress: (...bytes) => seen.push(bytes) });
  expect(seen.at(-1)).toEqual([content.length, content.length]);
});

function damaged(content: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(content);
  copy[at]! ^= 0xff;
  return copy;
}

test.each([
  ['gzip', GZIP, 'the gzip data ends early, read up to byte'],
  ['zstd', ZSTD, 'the zstd data ends early, read up to byte'],
  ['xz', XZ, 'the xz data ends early, read up to byte'],
])('%s data that ends early is refused with the good requests before it', async (_, content, message) => {
  const path = file(content.subarray(0, content.length - 2));
  const error: unknown = await readTrace(path).catch(caught => caught);
  expect(error).toBeInstanceOf(InputError);
  expect(String(error)).toContain(`${path}: ${message} ${content.length - 2} (3 good requests before it)`);
});

test.each([
  // The last bytes of gzip are the length, of zstd the checksum; and bytes 36 to 43 of this xz file its CRC64.
  ['gzip', damaged(GZIP, GZIP.length - 1), 'the gzip data is damaged'],
  ['zstd', damaged(ZSTD, ZSTD.length - 1), 'the zstd data is damaged'],
  ['xz', damaged(XZ, 40), 'the xz data is damaged'],
  ['gzip with something after it', Buffer.concat([GZIP, Buffer.from([0x1f, 0x8b, 0, 0])]), 'the gzip data is damaged'],
  ['zstd with something after it', Buffer.concat([ZSTD, Buffer.from('garbage')]), 'the zstd data is damaged'],
  ['xz with something after it', Buffer.concat([XZ, Buffer.from('garbage!garbage!')]), 'the xz data'],
])('damaged %s data is refused', async (_, content, message) => {
  await expect(readTrace(file(content))).rejects.toThrow(message);
});

test.each([
  ['a missing file', join(folder, 'nowhere'), 'no such file'],
  ['a directory', folder, 'this is a directory, expected a trace file'],
  ['an empty file', file(''), 'the trace is empty'],
  ['an empty gzip file', file(gzipSync('')), 'the trace is empty'],
  ['another compression', file(BZIP2), 'compressed with bzip2, expected gzip, zstd, xz or a plain trace'],
])('%s is refused in one line', async (_, path, message) => {
  const error: unknown = await readTrace(path).catch(caught => caught);
  expect(error).toBeInstanceOf(InputError);
  expect(error).toMatchObject({ message: `${path}: ${message}` });
});

test('a damaged end is found even beyond the limit', async () => {
  const content = gzipSync(LONG);
  await expect(readTrace(file(content.subarray(0, content.length - 1)), { limit: 10 })).rejects.toThrow('ends early');
});
