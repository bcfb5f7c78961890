import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MrcDocument } from '../../engine/documents/mrc.ts';
import type { SimDocument } from '../../engine/documents/sim.ts';
import { mrcSchema } from '../../scripts/schemas/mrc.ts';
import { simSchema } from '../../scripts/schemas/sim.ts';
import { inThisProcess, tierlab, workingDirectory } from './tierlab.ts';

const home = process.cwd();
const cwd = workingDirectory();

/** Evicts the oldest entry, or with `end=newest` the newest. `changes` are made to the text. */
function queue(...changes: readonly (readonly [from: string, to: string])[]): string {
  const text = `import { defineEviction, type EvictionContext, type EvictionPolicy, Links } from 'tierlab/policies';

class Queue implements EvictionPolicy {
  private readonly queue;
  private readonly end: 'oldest' | 'newest';
  constructor(context: EvictionContext, end: 'oldest' | 'newest') {
    this.queue = new Links(context.universe, 1).list();
    this.end = end;
  }
  hit(_id: number): void {}
  victim(_incoming: number): number {
    return this.end === 'oldest' ? this.queue.tail : this.queue.head;
  }
  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.queue.unlink(victim);
    return victim;
  }
  insert(id: number): void {
    this.queue.pushHead(id);
  }
  remove(id: number): void {
    this.queue.unlink(id);
  }
}

export default defineEviction({
  name: 'queue',
  summary: 'Evicts from one end',
  about: 'Whoever stands there.',
  paper: null,
  parameters: { end: { type: 'choice', choices: ['oldest', 'newest'], default: 'oldest', summary: 'who leaves' } },
  create: (context, { end }) => new Queue(context, end),
});
`;
  return changes.reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`nothing to change: ${from}`);
    return changed.replace(from, to);
  }, text);
}

const files: Readonly<Record<string, string>> = {
  'Queue.ts': queue(),
  'plain.mjs': `export { default } from './Queue.ts';\n`,
  'syntax.ts': 'export default {\n  create: ;\n};\n',
  'alone.ts': `import { order } from './order.ts';\nexport default order;\n`,
  'imports.ts': `export { default } from './syntax.ts';\n`,
  'throws.ts': `const order: number[] = [];\n\nexport default order[0]!.toFixed();\n`,
  'nothing.js': 'export const queue = {};\n',
  'class.js': 'export default class Queue {}\n',
  'shape.js': 'export default { name: "queue", summary: "", about: "", paper: null, parameters: {} };\n',
  'type.ts': queue(["type: 'choice', choices: ['oldest', 'newest'], default: 'oldest'", "type: 'word', default: 'x'"]),
  'methods.ts': queue(['new Queue(context, end)', '({ hit() {}, insert() {} }) as never']),
  'stranger.ts': queue(['return victim;', 'return 7;']),
  'range.ts': queue(['return victim;', 'return 1e9;']),
  'nobody.ts': queue(['return victim;', 'return undefined as never;']),
  'trips.ts': queue(['this.queue.pushHead(id);', "throw new Error('no\\nroom');"]),
  'builds.ts': queue(['universe, 1', 'universe, 0']),
  'exp/flat.yaml': 'workload: zipf:keys=300\nrequests: 3k\npolicies: [fifo, ./own.ts]\nsizes: [10]\n',
  'exp/levels.yaml': 'workload: zipf:keys=300\nrequests: 3k\nlevels:\n  - L1=10/5m/./own.ts\n  - L2=20/-/./lost.ts\n',
  'exp/own.yaml': 'policy: ./own.ts\n',
  'exp/own.ts': queue(["default: 'oldest'", "default: 'newest'"]),
};

beforeAll(() => {
  process.chdir(cwd);
  mkdirSync('exp');
  for (const [name, text] of Object.entries(files)) writeFileSync(name, text);
});
afterAll(() => {
  process.chdir(home);
  rmSync(cwd, { recursive: true });
});

const WORKLOAD = ['-w', 'zipf:keys=300', '-n', '3k'];

async function documentOf<Document>(...args: string[]): Promise<Document> {
  const { status, stdout, stderr } = await inThisProcess([...args, '--json', '--no-report']);
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}

const mrc = (...args: string[]) => documentOf<MrcDocument>('mrc', ...WORKLOAD, '--sizes', '10,50', ...args);
const sim = (...args: string[]) => documentOf<SimDocument>('sim', ...WORKLOAD, ...args);
const misses = ({ rows }: MrcDocument) => rows.map(each => each.misses);

describe('a policy in a file', () => {
  it('misses in mrc what its twin in the catalogue misses, each with its parameters', async () => {
    const own = await mrc('--policies', './Queue.ts,./Queue.ts:end=newest');
    const oldest = await mrc('--policies', 'fifo');
    // A newcomer that is the first to leave: all but one place keep the first ids for ever.
    const { universe, first } = { universe: own.workload.keys, first: own.rows[2]! };
    expect(misses(own).slice(0, 2)).toEqual(misses(oldest));
    expect(first.policy).toBe('./Queue.ts:end=newest');
    expect(first.misses).toBeGreaterThan(universe);
    expect(first.misses).not.toBe(own.rows[0]!.misses);
  });

  it('stands in levels and in orders over all levels where its twin stands', async () => {
    const perLevel = ['--residency', 'per-level', '--suggest', 'off', '--levels'];
    const own = await sim(...perLevel, 'L1=10/5m/./Queue.ts:end=oldest,L2=40/-/./Queue.ts');
    const twin = await sim(...perLevel, 'L1=10/5m/fifo,L2=40/-/fifo');
    expect(own.totals).toEqual(twin.totals);
    expect(own.configuration.levels.map(each => each.policy)).toEqual(['./Queue.ts:end=oldest', './Queue.ts']);
    for (const [order, known] of [
      ['unified:policy=./Queue.ts', 'unified:policy=fifo'],
      ['guarded:challenger=./Queue.ts', 'guarded:challenger=fifo'],
      ['guarded:challenger=lirs+./Queue.ts', 'guarded:challenger=lirs+fifo'],
    ])
      expect((await sim('--suggest', 'off', '--residency', order!)).totals).toEqual(
        (await sim('--suggest', 'off', '--residency', known!)).totals,
      );
  });

  it('stands in partitions', async () => {
    const { configuration } = await sim(
      '--partitions',
      'quota',
      '--quotas',
      'model=5/-/./Queue.ts',
      '--suggest',
      'off',
    );
    expect(configuration.partitionLevels[1]!.policy).toBe('./Queue.ts');
  });

  it('is the same in worker threads', async () => {
    const policies = ['--policies', './Queue.ts,./plain.mjs:end=newest'];
    expect((await mrc(...policies, '--jobs', '2')).digest).toBe((await mrc(...policies, '--jobs', '1')).digest);
    const seeds = ['--policy', './Queue.ts', '--residency', 'per-level', '--suggest', 'off', '--seeds', '3'];
    expect((await sim(...seeds, '--jobs', '2')).digest).toBe((await sim(...seeds, '--jobs', '1')).digest);
  });

  it('runs in a process that reads TypeScript by itself, in threads too', async () => {
    const args = ['mrc', ...WORKLOAD, '--sizes', '10,50', '--policies', './Queue.ts', '--json', '--no-report'];
    const [one, two] = await Promise.all(['1', '2'].map(jobs => tierlab(cwd, [...args, '--jobs', jobs])));
    expect([one!.stderr, two!.stderr]).toEqual(['', '']);
    const digests = [one!, two!].map(each => JSON.parse(each.stdout).digest);
    expect(digests).toEqual(Array(2).fill((await mrc('--policies', './Queue.ts')).digest));
  });

  it('enters the document by its content', async () => {
    const document = await mrc('--policies', './Queue.ts,fifo');
    const sha256 = createHash('sha256').update(files['Queue.ts']!).digest('hex');
    expect(document.plugins).toEqual([{ spec: './Queue.ts', name: 'queue', sha256 }]);
    expect(mrcSchema.parse(document)).toEqual(document);
    const own = await sim('--policy', './Queue.ts', '--residency', 'per-level');
    expect(simSchema.parse(own)).toEqual(own);
    expect(own.plugins).toEqual(document.plugins);

    writeFileSync('Queue.ts', `${files['Queue.ts']}\n// Revised.\n`);
    const revised = await mrc('--policies', './Queue.ts,fifo');
    const whole = await mrc('--policies', './plain.mjs');
    writeFileSync('Queue.ts', files['Queue.ts']!);
    expect(revised.digest).not.toBe(document.digest);
    expect(misses(revised)).toEqual(misses(document));
    // So does what it imports, by whatever way it is found.
    const restored = await mrc('--policies', './plain.mjs');
    expect(whole.plugins![0]!.sha256).not.toBe(restored.plugins![0]!.sha256);
    symlinkSync('.', 'link');
    const linked = await mrc('--policies', './link/plain.mjs');
    expect(linked.plugins![0]!.sha256).toBe(restored.plugins![0]!.sha256);
  });

  it('leaves no trace in documents without it', async () => {
    await mrc('--policies', './Queue.ts');
    expect(await mrc('--policies', 'fifo')).not.toHaveProperty('plugins');
  });

  it('may be newer than the last run in this process', async () => {
    const before = await mrc('--policies', './Queue.ts');
    writeFileSync('Queue.ts', queue(["default: 'oldest'", "default: 'newest'"]));
    const after = await mrc('--policies', './Queue.ts');
    writeFileSync('Queue.ts', files['Queue.ts']!);
    expect(misses(after)).not.toEqual(misses(before));
  });

  it('is found from the configuration file that names it', async () => {
    const { rows, plugins } = await documentOf<MrcDocument>('mrc', '--config', 'exp/flat.yaml');
    expect(rows.map(each => each.policy)).toEqual(['fifo', './own.ts']);
    expect(plugins![0]!.spec).toBe('./own.ts');
    expect(rows[1]!.misses).toBe(misses(await mrc('--policies', './exp/own.ts'))[0]);
  });

  it('is described like one of the catalogue', async () => {
    const { stdout } = await inThisProcess(['policies', './Queue.ts']);
    expect(stdout).toContain('queue (eviction)');
    expect(stdout).toMatch(/end=oldest +who leaves \(oldest or newest\)/);
  });
});

const cases: readonly (readonly [what: string, args: string, message: string])[] = [
  ['a missing file', 'mrc --policies lru,./none.ts', '--policies: ./none.ts: no such file'],
  ['a directory', 'mrc --policies ./exp', '--policies: ./exp: not a file'],
  [
    'an import that does not parse',
    'sim --policy ./imports.ts',
    '--policy: ./imports.ts: syntax.ts:2:11: Unexpected ";"',
  ],
  ['a file that does not parse', 'sim --policy ./syntax.ts', '--policy: ./syntax.ts:2:11: Unexpected ";"'],
  ['a missing import', 'sim --policy ./alone.ts', '--policy: ./alone.ts:1:23: Could not resolve "./order.ts"'],
  [
    'a file that throws',
    'sim --policy ./throws.ts',
    "--policy: ./throws.ts: TypeError: Cannot read properties of undefined (reading 'toFixed') at throws.ts:3:26",
  ],
  [
    'no default export',
    'mrc --policies ./nothing.js',
    '--policies: ./nothing.js: no default export, expected export default defineEviction({ … })',
  ],
  [
    'a class as default export',
    'mrc --policies ./class.js',
    '--policies: ./class.js: the default export is a function, expected what defineEviction({ … }) returns',
  ],
  [
    'fields that are missing',
    'mrc --policies ./shape.js',
    '--policies: ./shape.js: the description lacks capabilities, create',
  ],
  [
    'a parameter of no known type',
    'mrc --policies ./type.ts',
    "--policies: ./type.ts: parameters.end.type: Invalid discriminator value. Expected 'number' | 'integer' | 'duration' | 'choice' | 'flag' | 'text'",
  ],
  [
    'methods that are missing',
    'mrc --policies ./methods.ts',
    '--policies: ./methods.ts: create returned a policy without victim, evict, remove',
  ],
  [
    'an unknown parameter',
    'sim --policy ./Queue.ts:ned=2',
    '--policy: queue has no parameter "ned"; did you mean "end"?',
  ],
  [
    'sizes that it does not support',
    'mrc -w test.csv --policies ./Queue.ts --sizes 1KiB',
    '--policies: queue does not support sizes: give its capacity in entries',
  ],
  [
    'the eviction of an id that is not resident',
    'mrc --policies ./stranger.ts --sizes 3',
    '--policies: ./stranger.ts: evict(3) returned 7, which is not resident',
  ],
  [
    'an id out of range',
    'mrc --policies ./range.ts --sizes 3',
    '--policies: ./range.ts: evict(3) returned 1000000000, expected an id from 0 to 99',
  ],
  [
    'no id',
    'mrc --policies ./nobody.ts --sizes 3',
    '--policies: ./nobody.ts: evict(3) returned undefined, expected an id from 0 to 99',
  ],
  [
    'an eviction within a policy made of policies',
    'sim --residency guarded:challenger=./stranger.ts --levels L1=3',
    '--residency: guarded: ./stranger.ts: evict(3) returned 7, which is not resident',
  ],
  [
    'a method that throws, in one line and with its place',
    'mrc --policies ./trips.ts',
    '--policies: ./trips.ts: insert(0) threw Error: no at trips.ts:20:11',
  ],
  [
    'a policy that cannot be built, placed in the file and not in the structure that complains',
    'mrc --policies ./builds.ts',
    '--policies: ./builds.ts: create threw RangeError: these links were made for 0 lists at builds.ts:7:49',
  ],
  [
    'a missing file in a configuration file',
    'sim --config exp/levels.yaml',
    'exp/levels.yaml:4:3: levels: ./lost.ts: no such file',
  ],
  [
    'one name for two files',
    'sim --config exp/own.yaml --residency unified:policy=./own.ts',
    `--residency: ./own.ts is ${join(cwd, 'own.ts')} here and ${join(cwd, 'exp/own.ts')} in --policy`,
  ],
  ['a missing file in the catalogue', 'policies ./none.ts', './none.ts: no such file'],
];

describe('a file that cannot be used ends with status 2 and one line on standard error:', () => {
  it.each(cases)('%s', async (_what, args, message) => {
    const words = args.startsWith('policies') || args.includes('-w ') ? [] : ['-w', 'loop:keys=100', '-n', '200'];
    const workload = args.includes('--config') ? [] : words;
    writeFileSync('test.csv', 'key,size\na,10\nb,20\n');
    expect(await inThisProcess([...args.split(' '), ...workload])).toEqual({
      status: 2,
      stdout: '',
      stderr: `tierlab: ${message}\n`,
    });
  });

  it('a broken contract in a worker thread', async () => {
    const args = ['mrc', ...WORKLOAD, '--policies', './stranger.ts', '--sizes', '3,4', '--jobs', '2'];
    const { status, stderr } = await inThisProcess(args);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^tierlab: --policies: \.\/stranger\.ts: evict\(\d+\) returned 7, which is not resident\n$/);
  });
});
