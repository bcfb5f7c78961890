import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { OpenFile } from './open-file.ts';

/** SHA-256 of a content that comes in chunks, in hexadecimal. */
export interface ContentHash {
  update(chunk: Uint8Array): void;
  digest(): string | Promise<string>;
}

/** Bytes of a file that take longer to hash than a thread takes to start. */
export const WORTH_A_THREAD = 1 << 25;

export function hashHere(): ContentHash {
  const hash = createHash('sha256');
  return { update: chunk => hash.update(chunk), digest: () => hash.digest('hex') };
}

/** Hashes a plain file in a thread of its own, which reads it once more while this one parses: the system has it in memory then. */
export function hashBeside({ descriptor }: OpenFile): ContentHash {
  const thread = new Worker(new URL('./hash-thread.mjs', import.meta.url), { workerData: descriptor, execArgv: [] });
  // Nobody waits for it when the trace turns out to be unreadable.
  thread.unref();
  const answer = once(thread, 'message').then(([digest]) => digest as string);
  answer.catch(() => {});
  return {
    update() {},
    digest() {
      thread.ref();
      return answer;
    },
  };
}
