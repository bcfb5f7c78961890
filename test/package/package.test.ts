import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { presets } from '../../engine/configuration/presets.ts';
import description from '../../package.json' with { type: 'json' };
import { evictionPolicies } from '../../policies/catalog.ts';
import { workloads } from '../../workloads/catalog.ts';
import { inThisProcess } from '../cli/tierlab.ts';
import { sections, write } from '../guides/policy-guide.ts';
import { THOROUGH } from '../property-runs.ts';
import { installedProject } from './install.ts';

const project = installedProject();
afterAll(() => rmSync(project.directory, { recursive: true }));

const TRACE = 'time,key\n1,a\n2,b\n3,a\n';
const BIN = 'node_modules/.bin/tierlab';
const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url));

function put(name: string): string {
  copyFileSync(beside(name), join(project.directory, name));
  return name;
}

it('ships what was built and no sources', () => {
  const shipped = readdirSync(join(project.directory, 'node_modules/tierlab'), { recursive: true }).map(String);
  expect(shipped.filter(path => /\.ts$/.test(path) && !path.endsWith('.d.ts'))).toEqual([]);
  expect(shipped.filter(path => path.includes('.test.'))).toEqual([]);
  expect(shipped).toContain('LICENSE');
});

it('is imported from plain JavaScript', () => {
  writeFileSync(join(project.directory, 'trace.csv'), TRACE);
  expect(JSON.parse(project.run(put('plain.mjs'), 'trace.csv'))).toEqual({
    policies: evictionPolicies.map(each => each.name),
    workloads: workloads.map(each => each.name),
    presets: presets.map(each => each.name),
    defines: 'function',
    gets: 50,
    cached: { hit: true, value: 'value', level: 'L1' },
    // 0 1 0 1 2 0 in two entries: the third and the fourth request hit.
    hits: 2,
    // A loop that fits misses once a key.
    misses: 10,
    traced: 3,
  });
});

it('does what its page shows', () => {
  const page = readFileSync(beside('../../docs/package.md'), 'utf8');
  const [simulated, recorded] = [...page.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code]) => code!);
  writeFileSync(join(project.directory, 'trace.csv'), TRACE);
  writeFileSync(join(project.directory, 'simulated.js'), `${simulated}console.log(totals.requests, levels.length);\n`);
  writeFileSync(join(project.directory, 'recorded.js'), recorded!);
  expect(project.run('simulated.js')).toBe('100000 2\n');
  // The second request for a; user:1, which was set before.
  expect(project.run('recorded.js')).toBe('1\n1\n');
});

it('runs and tests the policy of the guide', () => {
  for (const name of ['fast-check', 'pure-rand', 'tsx']) project.link(name);
  const [policy] = sections.get('1. Write the file')!;
  const [tests] = sections.get('Outside a clone')!;
  writeFileSync(join(project.directory, 'bip.ts'), policy!.text);
  expect(write(tests!, project.directory)).toBe('bip.test.ts');
  expect(project.node('--import', 'tsx', '--test', 'bip.test.ts')).toMatch(/^# pass 8$/m);
  expect(project.run(BIN, 'policies', './bip.ts')).toContain('bip (eviction)');
});

const MODULES = ['--module nodenext', '--module esnext --moduleResolution bundler'];

it.each(THOROUGH ? MODULES : MODULES.slice(0, 1))('is imported from TypeScript with %s', module => {
  for (const name of ['@types/node', 'undici-types']) project.link(name);
  const compiler = beside('../../node_modules/typescript/bin/tsc');
  const options = [...module.split(' '), '--target', 'es2023', '--strict', '--noEmit', '--types', 'node'];
  const files = [put('typed.mts'), 'bip.ts', 'bip.test.ts'];
  // The reader of the guide names files by their own extension.
  expect(project.node(compiler, ...options, '--allowImportingTsExtensions', ...files)).toBe('');
});

it('runs as a program, with worker threads, a policy from a file and a report', async () => {
  expect(project.run(BIN, '--version')).toBe(`${description.version}\n`);

  const args = ['sim', '--workload', 'zipf:keys=200', '--requests', '2000', '--seeds', '2', '--jobs', '2', '--json'];
  const out = join(project.directory, 'out');
  const there = JSON.parse(project.run(BIN, ...args, '--out', out));
  const here = JSON.parse((await inThisProcess([...args, '--no-report', '--out', `${out}-here`])).stdout);
  expect(there.digest).toBe(here.digest);
  const carried = readFileSync(join(out, 'report.html'), 'utf8').split('id="script">')[1]!.split('<')[0]!;
  expect(carried.length).toBeGreaterThan(100_000);
  const steps = join(project.directory, 'steps');
  project.run(BIN, 'explain', '-n', '9', '--quiet', '--out', steps);
  expect(readFileSync(join(steps, 'report.html'), 'utf8')).toContain('<script>');

  writeFileSync(join(project.directory, 'newest.ts'), NEWEST);
  const curve = ['mrc', '--workload', 'loop:keys=10', '--requests', '30', '--sizes', '5', '--no-report', '--json'];
  const { rows, plugins } = JSON.parse(project.run(BIN, ...curve, '--policies', './newest.ts', '--jobs', '2'));
  // Of each round after the first, all that stayed but the newest comer.
  expect(rows[0].hits).toBeGreaterThan(0);
  expect(plugins[0].name).toBe('newest');
});

it('asks results with DuckDB where that is installed, and says so where it is not', () => {
  const ask = () => project.run(BIN, 'query', 'select schema from sim', '--in', 'out', '--csv');
  expect(ask).toThrow('tierlab: query: DuckDB is not installed; npm install @duckdb/node-api');
  project.link('@duckdb/node-api');
  expect(ask()).toBe('schema\r\ntierlab/sim@1\r\n');
});

/** A policy that evicts who came last; it stands in a file of the user's own. */
const NEWEST = `
import { defineEviction, type EvictionContext, type EvictionPolicy, type IdList, Links } from 'tierlab/policies';

class Newest implements EvictionPolicy {
  private readonly entries: IdList;
  constructor({ universe }: EvictionContext) {
    this.entries = new Links(universe, 1).list();
  }
  hit(): void {}
  victim(): number {
    return this.entries.head;
  }
  evict(): number {
    const id = this.entries.head;
    this.entries.unlink(id);
    return id;
  }
  insert(id: number): void {
    this.entries.pushHead(id);
  }
  remove(id: number): void {
    this.entries.unlink(id);
  }
}

export default defineEviction({
  name: 'newest',
  summary: 'who came last leaves first',
  about: 'A stack',
  paper: null,
  parameters: {},
  capabilities: { sized: false, clairvoyant: false, randomised: false, adaptive: false, ghosts: false },
  create: context => new Newest(context),
});
`;
