import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const library = fileURLToPath(new URL('../../engine/library/api.ts', import.meta.url));

/** Everything that could keep a process alive: a monitor, a load with a time limit that hangs, warming and prediction that hang. */
const program = `
  import { CacheMonitor, MultiLevelCache } from ${JSON.stringify(library)};
  const prediction = 'sequential:throttle=false';
  const caches = [new MultiLevelCache({ sweep: '1s', prediction }), new MultiLevelCache({ prediction })];
  for (const cache of caches) {
    new CacheMonitor(cache, { intervalMs: 60_000 }).start();
    cache.registerLoader(() => new Promise(() => {}), { timeoutMs: 60_000 });
    cache.set('a', 1);
    void cache.getOrLoad('b');
    void cache.warm(['c', 'd']);
    cache.get('1');
    // In a rush the clock is shared.
    for (let n = 0; n < 1_000; n++) cache.get('a');
  }
  caches[0].shutdown();
  setTimeout(() => console.log(caches[1].get('a').value), 20);
`;

test('a process that uses caches, shut down or not, ends by itself', async () => {
  const { status, output } = await run(['--import', 'tsx', '--input-type=module', '--eval', program]);
  expect([status, output]).toEqual([0, '1\n']);
});

function run(args: readonly string[]): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    // Ended by a signal, its status is null.
    const child = spawn(process.execPath, args, { timeout: 30_000, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', text => {
      output += text;
    });
    child.on('error', reject);
    child.on('close', status => resolve({ status, output }));
  });
}
