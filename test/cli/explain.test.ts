import { rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExplainDocument } from '../../engine/documents/explain.ts';
import type { SimDocument } from '../../engine/documents/sim.ts';
import { explainSchema } from '../../scripts/schemas/explain.ts';
import { simSchema } from '../../scripts/schemas/sim.ts';
import { inThisProcess, workingDirectory } from './tierlab.ts';

const home = process.cwd();
const cwd = workingDirectory();

beforeAll(() => {
  process.chdir(cwd);
  writeFileSync('trace.csv', 'key,time\nalice,1\nbob,2\ncarol,3\nalice,4\nbob,5\n');
  writeFileSync('twice.ts', PLUGIN);
});
afterAll(() => {
  process.chdir(home);
  rmSync(cwd, { recursive: true });
});

/** A queue that shows itself under a name of its own. */
const PLUGIN = `import { defineEviction } from 'tierlab/policies';
class Queue {
  private readonly ids: number[] = [];
  hit() {}
  victim() { return this.ids[0]!; }
  evict() { return this.ids.shift()!; }
  insert(id: number) { this.ids.push(id); }
  remove(id: number) { this.ids.splice(this.ids.indexOf(id), 1); }
  inspect() { return [{ name: 'waiting', holds: 'residents' as const, ids: [...this.ids].reverse() }]; }
}
export default defineEviction({
  name: 'twice', summary: 'A queue', about: 'A queue.', paper: null, parameters: {}, create: () => new Queue(),
});
`;

async function run(args: string): Promise<string> {
  const { status, stdout, stderr } = await inThisProcess(args.split(' '));
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
}

describe('tierlab explain', () => {
  it('shows each request, who left and the lists of the policy, in 80 columns', async () => {
    const text = await run('explain --policy lru --size 2 -w trace.csv --no-report');
    expect(text).toContain('lru, 2 entries · 5 requests, 0 hits · seed 1');
    expect(text).toContain('    3   get carol  miss, alice left\n        recency  carol bob\n');
    expect(text).toContain('  the newest first');
    for (const line of (await run('explain --levels L1=4,L2=20 -w zipf:keys=30 -n 80')).split('\n'))
      expect(line.length).toBeLessThanOrEqual(80);
  });

  it('writes a document that obeys its schema, the same each time', async () => {
    const args = 'explain --policy w-tinylfu -n 30 --json --no-report';
    const document = JSON.parse(await run(args)) as ExplainDocument;
    expect(explainSchema.safeParse(document).error).toBeUndefined();
    expect(document.steps).toHaveLength(30);
    expect(document.configuration.levels).toMatchObject([{ capacity: 8, ttlSeconds: null, policy: 'w-tinylfu' }]);
    expect((JSON.parse(await run(args)) as ExplainDocument).digest).toBe(document.digest);
    const other = JSON.parse(await run(`${args} --seed 2`)) as ExplainDocument;
    expect(other.digest).not.toBe(document.digest);
  });

  it('steps through several levels, and through what happens with time', async () => {
    const args = 'explain --levels L1=1/1s,L2=1/2s --preset exclusive-lru -w trace.csv --json --no-report';
    const { steps, keys } = JSON.parse(await run(args)) as ExplainDocument;
    expect(keys).toEqual(['alice', 'bob', 'carol']);
    expect(steps.flatMap(each => each.events.map(event => event.kind))).toContain('moved');
    expect(steps.map(each => each.places.map(place => place.name))).toEqual(steps.map(() => ['L1', 'L2']));
  });

  it('shows the lists of a policy from a file', async () => {
    expect(await run('explain --policy ./twice.ts --size 2 -w trace.csv --no-report')).toContain('waiting  carol bob');
  });

  it.each([
    ['explain --size 51', '--size: found 51, expected at most 50 entries: each is shown'],
    [
      'explain --size 5 --levels L1=5',
      '--size: is for a cache of one level; --levels and --preset say how large theirs are',
    ],
    ['explain -n 401', '--requests: found 401, expected at most 400: each is shown'],
    ['explain --levels L1=51 -w zipf:keys=500 -n 300', '--levels: 51 entries, expected at most 50: each is shown'],
    ['explain --size 0', '--size: found 0, expected at least 1'],
    ['sim --size 5', '--size: is an option of explain, not of sim'],
  ])('%s is refused in one line', async (args, message) => {
    expect(await inThisProcess(args.split(' '))).toEqual({ status: 2, stdout: '', stderr: `tierlab: ${message}\n` });
  });
});

describe('tierlab sim --explain', () => {
  it('says where the misses come from, with the names of the trace', async () => {
    const args = 'sim -w trace.csv --preset exclusive-lru --levels L1=2 --suggest off --no-report';
    expect(await run(`${args} --explain`)).toContain(
      'keys that miss most: alice (2 of 2), bob (2 of 2), carol (1 of 1)',
    );
    const document = JSON.parse(await run(`${args} --explain --json`)) as SimDocument;
    expect(simSchema.safeParse(document).error).toBeUndefined();
    // OPT keeps alice for its second request, and puts carol in the place of bob.
    expect(document.diagnosis!.causes).toEqual({ compulsory: 3, expired: 0, arriving: 0, capacity: 1, policy: 1 });
    expect((JSON.parse(await run(`${args} --json`)) as SimDocument).diagnosis).toBeUndefined();
  });
});
