import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorCase } from './errors/case.ts';
import { comparisons } from './errors/comparisons.ts';
import { curves } from './errors/curves.ts';
import { files } from './errors/files.ts';
import { words } from './errors/words.ts';
import { workloads } from './errors/workloads.ts';
import { inThisProcess, tierlab, workingDirectory } from './tierlab.ts';

const home = process.cwd();
const cwd = workingDirectory();

/** Records of libCacheSim's oracleGeneral: time, id, size, next access; 24 bytes each. */
function oracleGeneral(records: number): Buffer {
  const bytes = Buffer.alloc(24 * records);
  for (let i = 0; i < records; i++) {
    bytes.writeUInt32LE(i, 24 * i);
    bytes.writeBigUInt64LE(BigInt(i % 3), 24 * i + 4);
    bytes.writeUInt32LE(10, 24 * i + 12);
    bytes.writeBigInt64LE(-1n, 24 * i + 16);
  }
  return bytes;
}

beforeAll(() => {
  const write = (name: string, content: string | Buffer) => writeFileSync(join(cwd, name), content);
  write('empty.txt', '');
  write('bad.csv', 'key,time,size\na,1,10\nb,2,20\na,soon,10\n');
  write('sized.csv', 'key,time,size\na,1,10\nb,2,20\n');
  write('short.oracleGeneral.bin', oracleGeneral(5).subarray(0, 110));
  write('keys.txt', 'a\nb\na\n');
  write('experiment.yaml', 'workload: zipf\nlevels:\n  - L1=10/5m/lru\n  - L2=20/-/lur\n');
  write('misspelt.json', '{\n  "workload": "zipf",\n  "requsts": 500\n}\n');
  write('variants.yaml', 'plain:\n  preset: flat\ncareful:\n  promotoin: never\n');
  write('result.json', '{ "schema": "tierlab/sim@1", "configuration": {} }\n');
  write('nothing.yaml', 'workload: []\nvariants: { a: {}, b: { preset: flat } }\n');
  write('values.yaml', 'plain: {}\ncareful: { promotion: nevr }\n');
  process.chdir(cwd);
});
afterAll(() => {
  process.chdir(home);
  rmSync(cwd, { recursive: true });
});

const cases: readonly ErrorCase[] = [...words, ...workloads, ...curves, ...comparisons, ...files];

describe('input that cannot be used ends with status 2 and one line on standard error:', () => {
  it.each(cases)('%s', async (_what, args, message) => {
    expect(await inThisProcess(args.split(' '))).toEqual({ status: 2, stdout: '', stderr: `tierlab: ${message}\n` });
  });
});

describe.concurrent('a process', () => {
  it.each(cases.filter(([what]) => what === 'a malformed row' || what === 'an unknown option'))(
    'ends with status 2 for %s',
    async (_what, args, message) => {
      expect(await tierlab(cwd, args.split(' '))).toEqual({ status: 2, stdout: '', stderr: `tierlab: ${message}\n` });
    },
  );
});
