import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TuneDocument } from '../engine/documents/tune.ts';
import { type Case, cases } from './tunings/cases.ts';
import { type Tuning, tuningsPage } from './tunings/page.ts';

// Tunes every shipped workload and every supplied trace that is there, and writes docs/tunings.md. What was measured is kept in
// results/tunings, so that a run that was stopped goes on where it was. The directory of traces is an argument where it is not ../shared.

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const SHARED = resolve(process.argv[2] ?? fromHere('../../shared'));
const RESULTS = fromHere('../results/tunings');

/** The workload of a case, as the command line names it; null for a trace that is not there. */
function workloadOf({ path }: Case): readonly string[] | null {
  if (path === null) return [];
  const file = join(SHARED, path);
  return existsSync(file) ? ['--workload', file] : null;
}

function tuned(of: Case, workload: readonly string[]): Tuning {
  const out = join(RESULTS, `${of.name} ${of.limits}`.trim().replaceAll(/[^\w.-]+/g, '-'));
  const args = ['tune', ...workload, ...of.args, '--out', out, '--resume', '--no-report', '--quiet'];
  const { status } = spawnSync(process.execPath, [fromHere('bin.mjs'), ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`tierlab ${args.join(' ')} ended with ${status}`);
  process.stderr.write(`${of.name} ${of.limits}\n`);
  return { of, document: JSON.parse(readFileSync(join(out, 'result.json'), 'utf8')) as TuneDocument };
}

const present = cases.filter(each => workloadOf(each) !== null);
const tunings = present.map(each => tuned(each, workloadOf(each)!));
const absent = cases.filter(each => workloadOf(each) === null);
writeFileSync(fromHere('../docs/tunings.md'), tuningsPage(tunings, absent));
