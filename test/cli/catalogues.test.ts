import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { policiesSchema, presetsSchema, workloadsSchema } from '../../scripts/schemas/catalogues.ts';
import { inThisProcess, tierlab, workingDirectory } from './tierlab.ts';

const cwd = workingDirectory();
afterAll(() => rmSync(cwd, { recursive: true }));

describe('a catalogue', () => {
  it.each([
    ['policies', policiesSchema, 'lru'],
    ['workloads', workloadsSchema, 'zipf'],
    ['presets', presetsSchema, 'tierlab'],
  ] as const)('of %s is a readable table, or a document that agrees with its schema', async (command, schema, name) => {
    const table = await inThisProcess([command]);
    const document = await inThisProcess([command, '--json']);
    expect([table.status, document.status, table.stderr, document.stderr]).toEqual([0, 0, '', '']);
    const lines = table.stdout.split('\n');
    expect(lines.some(line => line.startsWith(`  ${name} `))).toBe(true);
    expect(lines.filter(line => line.length > 80)).toEqual([]);
    const parsed = JSON.parse(document.stdout);
    expect(schema.parse(parsed)).toEqual(parsed);
  });

  it('shows one entry with its paper and parameters', async () => {
    const { stdout } = await inThisProcess(['policies', 'lirs']);
    expect(stdout).toContain('S. Jiang, X. Zhang. LIRS');
    expect(stdout).toMatch(/hot=0\.99 +share of the LIR set/);
  });
});

describe('a shell', () => {
  it('gets a script for completion', async () => {
    expect((await inThisProcess(['completion', 'bash'])).stdout).toContain('complete -o bashdefault');
    expect((await inThisProcess(['completion', 'zsh'])).stdout).toContain('#compdef tierlab');
    expect((await inThisProcess(['completion', 'tcsh'])).stderr).toBe(
      'tierlab: completion: unknown shell "tcsh", expected bash or zsh\n',
    );
  });

  it('is offered options, the words of an option, and names of the catalogues', async () => {
    const offered = async (...line: string[]) =>
      (await tierlab(cwd, ['--get-yargs-completions', 'tierlab', ...line])).stdout.trim().split('\n');
    const [options, words, names, methods] = await Promise.all([
      offered('mrc', '--'),
      offered('sim', '--inclusion', ''),
      offered('mrc', '--policies', 'sie'),
      offered('mrc', '--method', ''),
    ]);
    expect(options).toEqual(expect.arrayContaining(['--policies', '--sizes', '--jobs']));
    expect(words).toEqual(['exclusive', 'inclusive', 'nine']);
    expect(names).toEqual(['sieve']);
    expect(methods).toEqual(['auto', 'replay', 'shards', 'mini']);
  });
});

it('help and version are asked for at the top, and no command at all is an error', async () => {
  expect((await inThisProcess(['--help'])).stdout).toContain('tierlab COMMAND --help');
  expect((await inThisProcess(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  const { status, stdout, stderr } = await inThisProcess([]);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^tierlab: no command, expected one of sim, compare, ablate, experiment, query, mrc, /);
});
