import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { inThisProcess, workingDirectory } from './tierlab.ts';

const PROGRAM = fileURLToPath(new URL('../../scripts/bin.mjs', import.meta.url));

it('the studio serves its page until it is interrupted, which is no failure', async () => {
  const args = [PROGRAM, 'studio', 'mine', '--port', '0', '--json'];
  const child = spawn(process.execPath, args, { cwd: workingDirectory(), stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
    const { url } = JSON.parse(line);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const response = await fetch(url);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('kept in <code>mine</code>');
  } finally {
    child.kill('SIGINT');
  }
  expect(await once(child, 'close')).toEqual([0, null]);
});

it.each([
  [['--port', '70000'], '--port: found 70000, expected 0 to 65535'],
  [['--port', 'http'], '--port: "http" is not a count'],
  [['--workload', 'zipf'], '--workload: is an option of'],
])('the studio refuses %j', async (args, problem) => {
  const { status, stderr } = await inThisProcess(['studio', ...args]);
  expect(status).toBe(2);
  expect(stderr).toContain(problem);
});
