import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { main } from '../../scripts/main.ts';

const PROGRAM = fileURLToPath(new URL('../../scripts/bin.mjs', import.meta.url));

/** What a finished process leaves. */
export interface Finished {
  /** Null when a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A fresh directory to run in. */
export function workingDirectory(): string {
  return mkdtempSync(join(tmpdir(), 'tierlab-cli-'));
}

/** Runs the command line as a process of its own. */
export function tierlab(cwd: string, args: readonly string[], signal?: AbortSignal): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      cwd,
      env: { ...process.env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', text => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', text => {
      stderr += text;
    });
    signal?.addEventListener('abort', () => child.kill('SIGINT'));
    child.on('error', reject);
    child.on('close', status => resolve({ status, stdout, stderr }));
  });
}

/** The same without a process of its own, which takes half a second to start. Not for tests that run concurrently. */
export async function inThisProcess(args: readonly string[]): Promise<Finished> {
  const written = { log: '', error: '' };
  const spies = (['log', 'error'] as const).map(name =>
    vi.spyOn(console, name).mockImplementation(text => {
      written[name] += `${text}\n`;
    }),
  );
  const status = await main(args);
  for (const spy of spies) spy.mockRestore();
  return { status, stdout: written.log, stderr: written.error };
}
