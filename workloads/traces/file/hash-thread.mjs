// JavaScript, because a thread that knows TypeScript takes longer to start than the hash takes.
import { createHash } from 'node:crypto';
import { readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

const hash = createHash('sha256');
const chunk = new Uint8Array(1 << 20);
let position = 0;
for (;;) {
  const read = readSync(workerData, chunk, 0, chunk.length, position);
  if (read === 0) break;
  hash.update(chunk.subarray(0, read));
  position += read;
}
parentPort.postMessage(hash.digest('hex'));
