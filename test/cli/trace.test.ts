import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '../../scripts/results/digest.ts';
import { traceConvertSchema } from '../../scripts/schemas/trace-convert.ts';
import { traceInfoSchema } from '../../scripts/schemas/trace-info.ts';
import { inThisProcess, tierlab, workingDirectory } from './tierlab.ts';

const home = process.cwd();
const cwd = workingDirectory();

beforeAll(() => {
  process.chdir(cwd);
  writeFileSync('keys.txt', '7\n8\n7\n');
});
afterAll(() => {
  process.chdir(home);
  rmSync(cwd, { recursive: true });
});

const convert = (...args: string[]) => inThisProcess(['trace', 'convert', ...args]);

describe('trace convert', () => {
  it('writes a trace in the format of its name, and says what it holds and what it had to make up', async () => {
    const { status, stdout, stderr } = await convert('-w', 'keys.txt', 'made.oracleGeneral.bin');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toBe(
      'made.oracleGeneral.bin (oracle-general, 72 B): 3 records, 2 keys under their own\nnames\n' +
        '  no times: written at 1,000 requests a second (--rate)\n  no sizes: written as 1\n',
    );
    expect(readFileSync('made.oracleGeneral.bin').readBigInt64LE(16)).toBe(3n);
  });

  it('writes over a file only with --force, and leaves no other', async () => {
    writeFileSync('there.oracleGeneral', 'old');
    expect((await convert('-w', 'keys.txt', 'there.oracleGeneral')).status).toBe(2);
    expect(readFileSync('there.oracleGeneral', 'utf8')).toBe('old');
    expect((await convert('-w', 'keys.txt', 'there.oracleGeneral', '--force', '--quiet')).stdout).toBe('');
    expect(readFileSync('there.oracleGeneral').length).toBe(72);
    expect(readdirSync('.').filter(name => name.startsWith('there'))).toEqual(['there.oracleGeneral']);
  });

  it('prints a document that agrees with its schema and its digest, and is the same whatever the file is packed with', async () => {
    const documentOf = async (name: string) =>
      JSON.parse((await convert('-w', 'zipf', '-n', '5k', name, '--json')).stdout);
    const one = await documentOf('one.oracleGeneral');
    const two = await documentOf('two.oracleGeneral.gz');
    expect(traceConvertSchema.parse(one)).toEqual(one);
    const { digest, timing: _, ...body } = one;
    expect([hashOf(body), two.digest]).toEqual([digest, digest]);
    expect(gunzipSync(readFileSync('two.oracleGeneral.gz')).equals(readFileSync('one.oracleGeneral'))).toBe(true);
  });

  it('of a workload to csv loses nothing that decides a result', async () => {
    const rows = async (workload: string) =>
      JSON.parse(
        (await inThisProcess(['mrc', '-w', workload, '-n', '20k', '--policies', 'lru,arc', '--json', '--no-report']))
          .stdout,
      ).rows;
    await convert('-w', 'ml-pipeline', '-n', '20k', 'pipeline.csv.gz');
    expect(await rows('pipeline.csv.gz')).toEqual(await rows('ml-pipeline'));
  });

  it.each([
    ['', 'trace convert: no OUT given, expected a file or - for standard output'],
    ['made', '--to: made stands for no format, expected one of '],
    ['made.oracleGeneral.zst', 'made.oracleGeneral.zst: .zst is not written, expected .gz or a plain file'],
    ['keys.txt --to oracle-general', 'keys.txt: the file exists; --force writes over it'],
    ['. --to oracle-general', '.: this is a directory, expected the name of a file'],
    ['none/made.oracleGeneral', 'none/made.oracleGeneral: there is no directory none'],
    ['- --to oracle-general --json', '--json: the trace itself goes to standard output; name a file for it'],
    ['made.oracleGeneral --to oracle', '--to: unknown word "oracle"'],
    ['made.oracleGeneral another', 'trace convert: unexpected argument "another"'],
    ['made.oracleGeneral --rate 0', '--rate: "0" is not a rate'],
  ])('%j is refused in one line', async (args, message) => {
    const { status, stdout, stderr } = await convert('-w', 'keys.txt', ...args.split(' ').filter(each => each !== ''));
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`tierlab: ${message}`);
    expect(stderr.trim()).not.toContain('\n');
  });
});

describe('trace info', () => {
  const document = async (...args: string[]) =>
    JSON.parse((await inThisProcess(['trace', 'info', ...args, '--json'])).stdout);

  it('is a text of at most 80 columns, or a document that agrees with its schema and its digest', async () => {
    const { status, stdout, stderr } = await inThisProcess(['trace', 'info', 'ml-pipeline', '-n', '20k']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.split('\n').filter(line => line.length > 80)).toEqual([]);
    const found = await document('ml-pipeline', '-n', '20k');
    expect(traceInfoSchema.parse(found)).toEqual(found);
    const { digest, timing: _, ...body } = found;
    expect(hashOf(body)).toBe(digest);
  });

  it('takes the workload as an argument or an option, but not twice, and writes no file', async () => {
    const before = readdirSync('.');
    expect((await document('keys.txt')).digest).toBe((await document('-w', 'keys.txt')).digest);
    expect((await inThisProcess(['trace', 'info', 'keys.txt', '-w', 'zipf'])).stderr).toBe(
      'tierlab: --workload: the workload is given already: keys.txt\n',
    );
    expect(readdirSync('.')).toEqual(before);
  });
});

describe('trace', () => {
  it('is a family of commands: it has a help, and complains of what is none of them', async () => {
    expect((await inThisProcess(['trace', '--help'])).stdout).toContain('  trace convert ');
    expect((await inThisProcess(['trace'])).stderr).toContain(
      'tierlab: trace is not a whole command, expected trace info or trace convert',
    );
    expect((await inThisProcess(['trace', 'convret'])).stderr).toContain('did you mean "trace convert"?');
  });
});

describe.concurrent('a process', () => {
  it('writes the trace, and nothing else, to standard output, and what it has to say to standard error', async () => {
    const { status, stdout, stderr } = await tierlab(cwd, [
      'trace',
      'convert',
      '-w',
      'keys.txt',
      '--to',
      'oracle-general',
      '-',
    ]);
    expect(status).toBe(0);
    // 7 as a 64-bit number stands at byte 4, the next request at byte 16.
    expect([stdout.length, stdout.charCodeAt(4), stdout.charCodeAt(16)]).toEqual([72, 7, 3]);
    expect(stderr).toMatch(/^- \(oracle-general, 72 B\): 3 records, 2 keys/);
    expect(existsSync(join(cwd, '-'))).toBe(false);
  });

  it('that is stopped by Ctrl-C ends with status 130 and leaves no file', async () => {
    writeFileSync(
      join(cwd, 'packed.txt.gz'),
      gzipSync(Array.from({ length: 3_000_000 }, (_, i) => `${i % 1_000}\n`).join('')),
    );
    const stop = new AbortController();
    const running = tierlab(cwd, ['trace', 'convert', '-w', 'packed.txt.gz', 'stopped.oracleGeneral.gz'], stop.signal);
    const watch = setInterval(() => {
      if (readdirSync(cwd).some(name => name.startsWith('stopped'))) stop.abort();
    }, 5);
    const { status, stderr } = await running;
    clearInterval(watch);
    expect([status, stderr]).toEqual([130, 'tierlab: interrupted\n']);
    expect(readdirSync(cwd).filter(name => name.startsWith('stopped'))).toEqual([]);
  });
});
