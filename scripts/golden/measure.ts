import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Unit } from '../../engine/configuration/types.ts';
import type { MrcDocument, MrcRow } from '../../engine/documents/mrc.ts';
import type { SuppliedTrace } from './traces.ts';

/** One call of `npm run mrc`. */
export interface MrcCall {
  readonly trace: SuppliedTrace;
  readonly specs: readonly string[];
  /** Null for none. */
  readonly admission: string | null;
  readonly unit: Unit;
  readonly capacities: readonly number[];
  readonly seed: number;
}

const ROOT = new URL('../../', import.meta.url).pathname;
const LARGEST_DOCUMENT = 1 << 26;

/** The arguments that follow `npm run mrc --`. @param shared the directory that the traces' paths start from */
export function mrcArguments({ trace, specs, admission, unit, capacities, seed }: MrcCall, shared: string): string[] {
  const sizes = capacities.map(each => (unit === 'bytes' ? `${each}B` : `${each}`));
  return [
    ...['--workload', join(shared, trace.path)],
    ...(trace.format === undefined ? [] : ['--format', trace.format]),
    ...(trace.columns === undefined ? [] : ['--columns', trace.columns]),
    ...(admission === null ? [] : ['--admission', admission]),
    ...['--policies', specs.join(), '--sizes', sizes.join(), '--seed', `${seed}`],
  ];
}

/**
 * Runs what `npm run mrc -- … --json` runs, in a process of its own.
 * @param out where its result files go
 * @throws Error with what the command says when it fails
 */
export async function measure(call: MrcCall, shared: string, out: string): Promise<readonly MrcRow[]> {
  const command = ['scripts/bin.mjs', 'mrc', ...mrcArguments(call, shared)];
  const output = ['--json', '--no-report', '--quiet', '--jobs', '1', '--out', out];
  const { stdout } = await promisify(execFile)(process.execPath, [...command, ...output], {
    cwd: ROOT,
    maxBuffer: LARGEST_DOCUMENT,
  });
  // The command's own document, of this very version.
  const document = JSON.parse(stdout) as MrcDocument;
  return document.rows;
}
