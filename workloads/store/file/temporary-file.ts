import { randomUUID } from 'node:crypto';
import { openSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Opens an empty file without a name, for reading and writing: it is unlinked at once, so the system takes it away when the
 * process ends, however it ends. It lies in the directory for temporary files (`TMPDIR`).
 */
export function openTemporaryFile(): number {
  const path = join(tmpdir(), `tierlab-${randomUUID()}`);
  const descriptor = openSync(path, 'wx+', 0o600);
  unlinkSync(path);
  return descriptor;
}
