import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resolveEviction } from '../../engine/build-policy.ts';
import { splitSpecs } from '../../spec/spec.ts';
import { CAPACITY, type Contender, contendersFor, MAP, PACKAGE } from '../bench/contenders.ts';
import { type Measurement, WORKLOAD } from '../bench/measure.ts';
import { pageTable } from '../bench/page-table.ts';
import { measurePages } from '../bench/pages.ts';
import { heading, line, markdown, tableOf } from '../bench/table.ts';
import { countSetting, type Settings } from '../options/settings.ts';
import { writeFiles } from '../results/write-files.ts';
import type { BenchDocument, BenchRow } from '../schemas/bench.ts';
import type { Invocation } from './invocation.ts';
import { silent } from './invocation.ts';

const ROUNDS = 3;

/** How fast is it here? Every row in a process of its own, beside the bare loop. @throws InputError for an unknown policy */
export async function run({ settings }: Invocation): Promise<void> {
  if (settings.pages) return runPages(settings);
  const requests = countSetting(settings, 'requests', 1, 10_000_000);
  const contenders = contendersFor(policiesOf(settings));
  const say = (line: string) => silent(settings) || process.stdout.write(`${line}\n`);
  say(
    `${WORKLOAD} · ${requests.toLocaleString('en')} requests · ${CAPACITY.toLocaleString('en')} entries · ${ROUNDS} rounds or more`,
  );
  say('bare loop: reads each id and touches one byte of its column, in turn with the row');
  const rows: BenchRow[] = [];
  for (const contender of contenders) {
    const row = besideOthers(measureApart(contender.name, requests), contender, rows);
    if (tableOf(row) !== tableOf(rows.at(-1))) say(`\n${heading(tableOf(row))}`);
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
  writeFiles(directory, { 'bench.json': text, 'bench.md': markdown(rows) });
  say(`\n  table      ${join(directory, 'bench.json')}, ${join(directory, 'bench.md')}`);
}

/** How large are reports, and how soon are they there? */
function runPages(settings: Settings): void {
  const rows = measurePages();
  const text = `${JSON.stringify(rows, null, 2)}\n`;
  const markdownText = `${pageTable(rows)}\n`;
  const directory = settings.out ?? join('results', 'bench');
  writeFiles(directory, { 'pages.json': text, 'pages.md': markdownText });
  if (settings.json) process.stdout.write(text);
  else if (!settings.quiet) process.stdout.write(`${markdownText}\n  table      ${join(directory, 'pages.md')}\n`);
}

function policiesOf({ policies }: Settings): readonly string[] | undefined {
  if (policies === undefined) return undefined;
  const specs = [...new Set(splitSpecs(policies))];
  for (const spec of specs) resolveEviction(spec, false, '--policies');
  return specs;
}

/** How many times as fast as baselines and exact curves, which are measured before what is set against them. */
function besideOthers(row: Measurement, { group, exact, beside }: Contender, before: readonly BenchRow[]): BenchRow {
  const faster = (than: string | undefined) => {
    const other = before.find(({ name }) => name === than);
    return other ? other.ratio / row.ratio : null;
  };
  const cache = group === 'flat' || group === 'hierarchy';
  return {
    ...row,
    fasterThanMap: cache ? faster(MAP) : null,
    fasterThanLruCache: faster(cache ? PACKAGE : beside),
    fasterThanExact: faster(exact),
  };
}

function measureApart(name: string, requests: number): Measurement {
  const extension = extname(import.meta.url);
  const script = fileURLToPath(new URL(`../bench/row-process${extension}`, import.meta.url));
  // Found from here, wherever the command is called.
  const loader = extension === '.ts' ? ['--import', import.meta.resolve('tsx')] : [];
  const node = ['--expose-gc', ...loader, script];
  const output = execFileSync(process.execPath, [...node, name, String(requests), String(ROUNDS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(output.toString()) as Measurement;
}
