import { expect, it } from 'vitest';
import type { MrcDocument } from '../../engine/documents/mrc.ts';
import type { MrcPerLevelDocument } from '../../engine/documents/mrc-per-level.ts';
import type { SimDocument } from '../../engine/documents/sim.ts';
import { mrcSchema } from '../../scripts/schemas/mrc.ts';
import { mrcPerLevelSchema } from '../../scripts/schemas/mrc-per-level.ts';
import { inThisProcess, workingDirectory } from './tierlab.ts';

const WORKLOAD = ['-w', 'ml-pipeline', '-n', '5k', '--no-report', '--out', workingDirectory()];

async function mrc(...args: string[]): Promise<MrcDocument> {
  const { stdout } = await inThisProcess(['mrc', ...WORKLOAD, '--json', ...args]);
  const document: unknown = JSON.parse(stdout);
  expect(mrcSchema.parse(document)).toEqual(document);
  return document as MrcDocument;
}

it('curves by data type count the requests of each type, and together all of them', async () => {
  const { rows, shapes, workload } = await mrc('--per-type', '--policies', 'lru,opt', '--sizes', '2,50%');
  const types = ['features', 'model', 'result'];
  expect([...new Set(rows.map(row => row.type))]).toEqual(types);
  expect(shapes!.map(({ type, policy }) => [type, policy])).toEqual(
    types.flatMap(type => [
      [type, 'lru'],
      [type, 'opt'],
    ]),
  );
  const requests = types.map(type => rows.find(row => row.type === type)!.requests);
  expect(requests.reduce((sum, each) => sum + each)).toBe(workload.requests);
  // Percents are of the keys of the type, of which a result has the most by far.
  const halves = types.map(type => rows.filter(row => row.type === type)[1]!.capacity);
  expect(halves[2]).toBeGreaterThan(10 * halves[1]!);
});

it('curves by data type are the same with any number of threads, and may be estimated', async () => {
  const args = ['--per-type', '--policies', 'lru,sieve', '--sizes', '10,100'];
  expect((await mrc(...args, '--jobs', '2')).digest).toBe((await mrc(...args, '--jobs', '1')).digest);
  const { rows } = await mrc('--per-type', '--policies', 'lru', '--method', 'mini:rate=0.3', '--sizes', '60%');
  const result = rows.find(row => row.type === 'result')!;
  expect(result).toMatchObject({ estimated: true, method: 'mini:rate=0.3' });
  // The types of few keys are counted.
  expect(rows.find(row => row.type === 'model')).not.toHaveProperty('estimated');
});

it('without --per-type a row has no type', async () => {
  const { rows } = await mrc('--policies', 'lru', '--sizes', '10');
  expect(rows[0]).not.toHaveProperty('type');
});

it('data types that a workload does not have are refused in one line', async () => {
  const { status, stderr } = await inThisProcess(['mrc', '-w', 'zipf', '-n', '10', '--per-type']);
  expect(status).toBe(2);
  expect(stderr).toBe(
    'tierlab: --per-type: the workload has no data types: its curve is that of mrc without --per-type\n',
  );
});

async function perLevel(...args: string[]): Promise<MrcPerLevelDocument> {
  const { stdout } = await inThisProcess(['mrc', '--per-level', ...WORKLOAD, '--json', ...args]);
  const document: unknown = JSON.parse(stdout);
  expect(mrcPerLevelSchema.parse(document)).toEqual(document);
  return document as MrcPerLevelDocument;
}

it('the curve of a level has what a simulation with that size counts', async () => {
  const { rows, rooms } = await perLevel('--levels', 'L1=20,L2=60', '--promotion', 'every-hit', '--more', '15');
  const row = rows.find(each => each.level === 'L2' && each.capacity === 75)!;
  const { stdout } = await inThisProcess([
    ...['sim', ...WORKLOAD, '--json', '--suggest', 'off'],
    ...['--levels', 'L1=20,L2=75', '--promotion', 'every-hit'],
  ]);
  const { totals, latencyMs } = JSON.parse(stdout) as SimDocument;
  expect(row).toMatchObject({ hits: totals.hits, originFetches: totals.originFetches, moved: totals.moved });
  expect(row.latencyMeanMs).toBe(latencyMs.mean);
  const present = rows.find(each => each.level === 'L2' && each.capacity === 60)!;
  expect(rooms[1]!.more).toMatchObject({ capacity: 75, hits: row.hits - present.hits });
  expect(rows.find(each => each.level === 'L1' && each.capacity === 20)!.hits).toBe(present.hits);
});

it('curves by level are the same with any number of threads, and --sizes says which sizes', async () => {
  const args = ['--levels', 'L1=20,L2=60', '--sizes', '10,1%'];
  const [one, two] = [await perLevel(...args, '--jobs', '1'), await perLevel(...args, '--jobs', '2')];
  expect(two.digest).toBe(one.digest);
  const share = Math.floor(one.workload.keys / 100);
  // A tenth of 80 entries is the room.
  const expected = [20, 60].map(now => [...new Set([10, share, now - 8, now, now + 8])].sort((a, b) => a - b));
  expect(['L1', 'L2'].map(name => one.rows.flatMap(row => (row.level === name ? [row.capacity] : [])))).toEqual(
    expected,
  );
});
