import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resolveEviction } from '../../engine/build-policy.ts';
import { splitSpecs } from '../../spec/spec.ts';
import { CAPACITY, contendersFor, FLAT } from '../bench/contenders.ts';
import { type Measurement, WORKLOAD } from '../bench/measure.ts';
import { countSetting, type Settings } from '../options/settings.ts';
import { writeFiles } from '../results/write-files.ts';
import type { BenchDocument, BenchRow } from '../schemas/bench.ts';
import type { Invocation } from './invocation.ts';
import { silent } from './invocation.ts';

const ROUNDS = 3;

/** How fast is it here? Every row in a process of its own, beside the bare loop. @throws InputError for an unknown policy */
export async function run({ settings }: Invocation): Promise<void> {
  const requests = countSetting(settings, 'requests', 1, 10_000_000);
  const contenders = contendersFor(policiesOf(settings));
  const say = (line: string) => silent(settings) || process.stdout.write(`${line}\n`);
  say(
    `${WORKLOAD} · ${requests.toLocaleString('en')} requests · ${CAPACITY.toLocaleString('en')} entries · ${ROUNDS} rounds`,
  );
  say('bare loop: reads each id and touches one byte of its column, in turn with the row');
  say('faster: than LRU with a Map, and than the package lru-cache\n');
  say('                                          × bare    × faster    bytes      hit');
  say('                               million/s    loop   Map  lru-c.  a key    ratio');
  const rows: BenchRow[] = [];
  for (const { name } of contenders) {
    const row = besideBaselines(measureApart(name, requests), rows);
    rows.push(row);
    say(line(row));
  }
  const document: BenchDocument = {
    schema: 'tierlab/bench@1',
    workload: { spec: WORKLOAD, requests },
    capacity: CAPACITY,
    machine: { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length },
    rows,
  };
  const text = `${JSON.stringify(document, null, 2)}\n`;
  if (settings.json) process.stdout.write(text);
  const directory = settings.out ?? join('results', 'bench');
  writeFiles(directory, { 'bench.json': text });
  say(`\n  table      ${join(directory, 'bench.json')}`);
}

function policiesOf({ policies }: Settings): readonly string[] {
  if (policies === undefined) return FLAT;
  const specs = [...new Set(splitSpecs(policies))];
  for (const spec of specs) resolveEviction(spec, false, '--policies');
  return specs;
}

/** How many times as fast as the baselines, which are measured first. */
function besideBaselines(row: Measurement, before: readonly BenchRow[]): BenchRow {
  const [map, cache] = [0, 1].map(i => before[i]);
  const faster = (than: BenchRow | undefined) =>
    than && (row.group === 'flat' || row.group === 'hierarchy') ? than.ratio / row.ratio : null;
  return { ...row, fasterThanMap: faster(map), fasterThanLruCache: faster(cache) };
}

function line({ name, speed, ratio, hitRatio, bytesPerKey, fasterThanMap, fasterThanLruCache }: BenchRow): string {
  const number = (value: number | null, digits: number) => (value === null ? '–' : value.toFixed(digits));
  const cells = [
    speed.toFixed(1).padStart(10),
    ratio.toFixed(ratio < 10 ? 2 : 1).padStart(8),
    number(fasterThanMap, 0).padStart(6),
    number(fasterThanLruCache, 1).padStart(8),
    number(bytesPerKey, 0).padStart(7),
    (hitRatio === null ? '–' : `${(100 * hitRatio).toFixed(1)} %`).padStart(9),
  ];
  return `${name.padEnd(30)}${cells.join('')}`;
}

function measureApart(name: string, requests: number): Measurement {
  const script = fileURLToPath(new URL('../bench/row-process.ts', import.meta.url));
  const output = execFileSync(process.execPath, ['--import', 'tsx', script, name, String(requests), String(ROUNDS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(output.toString()) as Measurement;
}
