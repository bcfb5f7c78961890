import { expect, it } from 'vitest';
import type { MrcDocument } from '../../engine/documents/mrc.ts';
import { mrcSchema } from '../../scripts/schemas/mrc.ts';
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
