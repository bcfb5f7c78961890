import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { gunzip } from './gzip.ts';

const MEMBER = gzipSync('one two three');
const ZEROS = new Uint8Array(700);

async function textOf(...chunks: Uint8Array[]): Promise<string> {
  let text = '';
  for await (const output of gunzip(chunks)) text += new TextDecoder().decode(output);
  return text;
}

/** The bytes in chunks that end at every place in turn. */
async function cutAnywhere(bytes: Uint8Array, check: (text: Promise<string>) => Promise<void>): Promise<void> {
  for (let cut = 1; cut < bytes.length; cut++) await check(textOf(bytes.subarray(0, cut), bytes.subarray(cut)));
}

test('members follow each other wherever the chunks end', async () => {
  await cutAnywhere(Buffer.concat([MEMBER, MEMBER]), async text => {
    expect(await text).toBe('one two threeone two three');
  });
});

test('zeros that fill a block behind the last member are taken for what they are', async () => {
  const padded = Buffer.concat([MEMBER, ZEROS]);
  expect(await textOf(padded)).toBe('one two three');
  await cutAnywhere(padded.subarray(0, MEMBER.length + 9), async text => {
    expect(await text).toBe('one two three');
  });
  expect(await textOf(MEMBER, ZEROS, ZEROS)).toBe('one two three');
});

test('anything else behind the last member is refused, also behind zeros', async () => {
  await expect(textOf(Buffer.concat([MEMBER, Buffer.from('more')]))).rejects.toThrow('is damaged');
  await cutAnywhere(Buffer.concat([MEMBER, ZEROS.subarray(0, 3), MEMBER]), async text => {
    await expect(text).rejects.toThrow(/is followed by something else|is damaged/);
  });
});
