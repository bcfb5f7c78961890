import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { InputError } from '../../spec/input-error.ts';
import type { PageRow } from './page-table.ts';

/** How large reports are and how fast they are there, measured in a process with a browser. @throws InputError where there is none */
export function measurePages(): PageRow[] {
  const script = fileURLToPath(new URL('./pages-process.ts', import.meta.url));
  if (!existsSync(script))
    throw new InputError('--pages', 'opens reports in a browser that only a clone of the repository has');
  const loader = ['--import', import.meta.resolve('tsx')];
  const output = execFileSync(process.execPath, [...loader, script], { stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(output.toString()) as PageRow[];
}
