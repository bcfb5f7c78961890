import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SimDocument } from '../../engine/documents/sim.ts';
import { sampleMrc } from '../report/sample-mrc.ts';
import { sampleSim } from '../report/sample-sim.ts';
import { inThisProcess, workingDirectory } from './tierlab.ts';

const home = process.cwd();
const cwd = workingDirectory();

beforeAll(() => process.chdir(cwd));
afterAll(() => {
  process.chdir(home);
  rmSync(cwd, { recursive: true });
});

function save(name: string, value: unknown): void {
  writeFileSync(name, typeof value === 'string' ? value : JSON.stringify(value));
}

describe('a page that is drawn again', () => {
  it.each([
    ['a simulation', ['sim', '-w', 'zipf:keys=500', '-n', '5k', '--prediction', 'markov', '--partitions', 'quota']],
    [
      'a simulation of a long run',
      ['sim', '-w', 'hot-warm-cold', '-n', '50k', '--seed', '3', '--warmup', '10%', '--explain'],
    ],
    ['miss-ratio curves', ['mrc', '-w', 'zipf:keys=500', '-n', '5k', '--policies', 'lru,sieve,pfoo-lower']],
    ['estimated curves', ['mrc', '-w', 'zipf:keys=5000', '-n', '20k', '--method', 'shards:keys=500']],
  ])('from the document of %s has the bytes of the first one', async (_what, run) => {
    await inThisProcess([...run, '--out', 'run']);
    const first = readFileSync('run/report.html');
    rmSync('run/report.html');
    const { status, stdout, stderr } = await inThisProcess(['report', 'run/result.json']);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'report   run/report.html\n', stderr: '' });
    expect(readFileSync('run/report.html').equals(first)).toBe(true);
  });

  it.each([
    ['a comparison', ['compare', '-w', 'zipf:keys=200', '-n', '2k', '--presets', 'tierlab,flat', '--seeds', '3']],
    [
      'an ablation',
      ['ablate', '-w', 'zipf:keys=200', '-n', '1k', '--from', 'flat', '--to', 'exclusive-lru', '--seeds', '2'],
    ],
    ['a step-by-step explanation', ['explain', '-w', 'zipf:keys=20', '-n', '30', '--policy', 'sieve']],
  ])('from the document of %s has the bytes of the first one', async (_what, run) => {
    const { stderr } = await inThisProcess([...run, '--out', 'run']);
    expect(stderr).toBe('');
    const first = readFileSync('run/report.html');
    rmSync('run/report.html');
    expect((await inThisProcess(['report', 'run/result.json'])).status).toBe(0);
    expect(readFileSync('run/report.html').equals(first)).toBe(true);
  });

  it('of a trace is drawn without the laboratory, and says so', async () => {
    save('keys.txt', 'a\nb\na\nc\n');
    await inThisProcess(['sim', '-w', 'keys.txt', '--out', 'traced', '--quiet']);
    const { stdout } = await inThisProcess(['report', 'traced/result.json']);
    expect(stdout).toContain('without the laboratory: the requests of a trace are not in its document');
    expect(readFileSync('traced/report.html', 'utf8')).not.toContain('id="what-if"');
  });

  it('is named for its document, or lies where it is told to', async () => {
    save('kept.json', sampleSim());
    await inThisProcess(['report', 'kept.json', '--quiet']);
    await inThisProcess(['report', 'kept.json', '--quiet', '--out', 'deep/er.html']);
    expect(readFileSync('deep/er.html').equals(readFileSync('kept.html'))).toBe(true);
  });

  it('is not written where only the document is asked for, which is checked', async () => {
    save('only.json', sampleMrc());
    const { stdout } = await inThisProcess(['report', 'only.json', '--json', '--no-report', '--out', 'no.html']);
    expect(JSON.parse(stdout)).toEqual(sampleMrc());
    expect(() => readFileSync('no.html')).toThrow('ENOENT');
  });

  it('of a document that somebody changed is drawn with a warning', async () => {
    const { stdout } = await inThisProcess(['sim', '-w', 'zipf', '-n', '1k', '--json', '--no-report']);
    const document = JSON.parse(stdout) as SimDocument;
    save('whole.json', { ...document, timing: { ...document.timing, wallMs: 1 } });
    save('changed.json', { ...document, warmup: 1 });
    expect((await inThisProcess(['report', 'whole.json'])).stderr).toBe('');
    const { status, stderr } = await inThisProcess(['report', 'changed.json']);
    expect(status).toBe(0);
    expect(stderr).toBe('tierlab: changed.json: its digest is not that of its content, which was changed\n');
  });

  it('of a document that was changed beyond what can be drawn is refused', async () => {
    const { stdout } = await inThisProcess(['sim', '-w', 'zipf', '-n', '1k', '--json', '--no-report']);
    save('bare.json', { ...(JSON.parse(stdout) as SimDocument), levels: [] });
    const { status, stderr } = await inThisProcess(['report', 'bare.json', '--out', 'bare.html']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/was changed\ntierlab: bare\.json: it was changed, and cannot be drawn any more \(.+\)\n$/);
    expect(() => readFileSync('bare.html')).toThrow('ENOENT');
  });

  it('is drawn from a pipe as well', async () => {
    const document = JSON.stringify(sampleMrc());
    save('unpiped.json', document);
    const program = join(home, 'scripts/bin.mjs');
    execFileSync(process.execPath, [program, 'report', '-', '--out', 'piped.html'], { input: document, stdio: 'pipe' });
    await inThisProcess(['report', 'unpiped.json']);
    expect(readFileSync('piped.html').equals(readFileSync('unpiped.html'))).toBe(true);
  });
});

const { seed: _, ...withoutSeed } = sampleSim();
const sample = sampleSim();
const [first, ...others] = sample.levels;
const { hits: __, ...withoutHits } = first!;
const mrc = sampleMrc();

describe('a document that cannot be drawn is told in one line:', () => {
  const cases: readonly (readonly [what: string, content: unknown, message: string])[] = [
    ['a text', 'hello', 'doc.json: not JSON'],
    ['JSON that goes wrong', '{\n  "seed": 1,\n}', 'doc.json:3:1: not JSON'],
    ['half a document', '{"schema": "tierlab/sim@1", ', 'doc.json:1:29: not JSON'],
    ['a list', [], 'doc.json: no result document: expected an object'],
    ['an object of somebody else', {}, 'doc.json: no result document: it has no field "schema"'],
    [
      'a misspelt schema',
      { schema: 'tierlab/sim@2' },
      'doc.json: schema: no page for "tierlab/sim@2"; did you mean "tierlab/sim@1"?',
    ],
    ['a missing field', withoutSeed, 'doc.json: seed: is missing'],
    [
      'a missing field deep inside',
      { ...sample, levels: [withoutHits, ...others] },
      'doc.json: levels[0].hits: is missing',
    ],
    ['a field too many', { ...sample, extra: 1 }, 'doc.json: unknown field "extra"'],
    [
      'a value of another type',
      { ...sample, totals: { ...sample.totals, hits: 'many' } },
      'doc.json: totals.hits: found "many", expected number',
    ],
    [
      'a ratio above one',
      { ...mrc, rows: [{ ...mrc.rows[0], missRatio: 2 }] },
      'doc.json: rows[0].missRatio: found 2,',
    ],
    [
      'a word that is none of few',
      { ...sample, configuration: { ...sample.configuration, fill: 'never' } },
      'doc.json: configuration.fill: found "never", expected one of',
    ],
  ];
  it.each(cases)('%s', async (_what, content, message) => {
    save('doc.json', content);
    const { status, stdout, stderr } = await inThisProcess(['report', 'doc.json', '--out', 'never.html']);
    expect(stderr).toContain(`tierlab: ${message}`);
    expect(stderr.trimEnd()).not.toContain('\n');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(() => readFileSync('never.html')).toThrow('ENOENT');
  });

  it.each([
    ['no file', ['report'], 'report: no FILE given, expected a result document or - for standard input'],
    ['a missing file', ['report', 'gone.json'], 'gone.json: no such file'],
    ['a directory', ['report', '.'], '.: is a directory, expected the document in it'],
    ['a directory to write to', ['report', 'x.json', '--out', cwd], `--out: ${cwd} is a directory`],
  ])('%s', async (_what, args, message) => {
    const { status, stderr } = await inThisProcess(args);
    expect(stderr).toContain(`tierlab: ${message}`);
    expect(status).toBe(2);
  });

  it('the prototype of all objects is no kind of document', async () => {
    save(join(cwd, 'odd.json'), { schema: 'constructor' });
    const { status, stderr } = await inThisProcess(['report', 'odd.json']);
    expect(stderr).toContain('odd.json: schema: no page for "constructor"');
    expect(status).toBe(2);
  });
});
