import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SimDocument } from '../../engine/documents/sim.ts';
import { inThisProcess, workingDirectory } from './tierlab.ts';

const home = process.cwd();
const cwd = workingDirectory();

beforeAll(() => {
  process.chdir(cwd);
  mkdirSync('exp');
  writeFileSync('fetches.txt', '30\n\n 70.5 \r\n');
  writeFileSync('exp/same.txt', '30\n\n 70.5 \r\n');
  writeFileSync('empty.txt', '\n');
  writeFileSync('bad.txt', '30\nslow\n');
  writeFileSync('exp/own.yaml', 'latency: origin=empirical:per-kib=0,file=same.txt\n');
});
afterAll(() => {
  process.chdir(home);
  rmSync(cwd, { recursive: true });
});

const SIM = ['sim', '-w', 'zipf:keys=300', '-n', '3k', '--json', '--no-report'];

async function sim(...args: string[]): Promise<SimDocument> {
  const { status, stdout, stderr } = await inThisProcess([...SIM, ...args]);
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}

const ORIGIN = 'L1=fixed:ms=0,L2=fixed:ms=0,L3=fixed:ms=0,origin=empirical:file=';

describe('latencies from a file', () => {
  it('are those that the file holds', async () => {
    const { originLatencyMs } = await sim('--latency', `${ORIGIN}fetches.txt`);
    expect(originLatencyMs).toMatchObject({ min: 30, max: 70.5 });
  });

  it('enter the document by their content: a copy elsewhere gives the same digest', async () => {
    const [one, other] = [
      await sim('--latency', `${ORIGIN}fetches.txt`),
      await sim('--latency', `${ORIGIN}./exp/same.txt`),
    ];
    expect(one.digest).toBe(other.digest);
    expect(one.configuration.originLatency).toMatch(/^empirical:file=sha256-[0-9a-f]{16}$/);
  });

  it('are found beside the configuration file that names them', async () => {
    expect((await sim('--config', 'exp/own.yaml')).originLatencyMs!.max).toBeGreaterThan(70);
  });

  it('are the same in worker threads', async () => {
    const args = ['--latency', `${ORIGIN}fetches.txt`, '--seeds', '3', '--suggest', 'off', '--jobs'];
    expect((await sim(...args, '2')).digest).toBe((await sim(...args, '1')).digest);
  });

  it('are named by their file in the commands that are suggested', async () => {
    const words = SIM.filter(word => word !== '--json');
    const { stdout } = await inThisProcess([...words, '--latency', `${ORIGIN}fetches.txt`]);
    expect(stdout).toContain(`origin=empirical:file=${process.cwd()}/fetches.txt --levels`);
    expect(stdout).not.toContain('sha256-');
  });

  it.each([
    ['lost.txt', 'lost.txt: no such file'],
    ['exp', 'exp: not a file'],
    ['empty.txt', 'empty.txt: no samples, expected milliseconds, one a line'],
    ['bad.txt', 'bad.txt:2: found "slow", expected milliseconds from 0 to 1000000000'],
  ])('of %s end with status 2 and one line', async (file, message) => {
    expect(await inThisProcess([...SIM, '--latency', `${ORIGIN}${file}`])).toEqual({
      status: 2,
      stdout: '',
      stderr: `tierlab: --latency: ${message}\n`,
    });
  });
});
