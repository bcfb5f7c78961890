import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CAPACITY, contenders } from '../bench/contenders.ts';
import { type Measurement, WORKLOAD } from '../bench/measure.ts';
import { countSetting } from '../options/settings.ts';
import { writeFiles } from '../results/write-files.ts';
import type { Invocation } from './invocation.ts';
import { silent } from './invocation.ts';

const ROUNDS = 3;

/** How fast is it here? Every row in a process of its own, beside the bare loop. */
export async function run({ settings }: Invocation): Promise<void> {
  const requests = countSetting(settings, 'requests', 1, 10_000_000);
  const say = (line: string) => silent(settings) || process.stdout.write(`${line}\n`);
  say(
    `${WORKLOAD} · ${requests.toLocaleString('en')} requests · ${CAPACITY.toLocaleString('en')} entries · ${ROUNDS} rounds`,
  );
  say('bare loop: reads each id and touches one byte of its column, in turn with the row\n');
  say('                                  million/s   × bare loop   hit ratio');
  const rows: Measurement[] = [];
  for (const { name } of contenders) {
    const row = measureApart(name, requests);
    rows.push(row);
    say(
      `  ${name.padEnd(30)} ${row.speed.toFixed(1).padStart(10)} ${row.ratio.toFixed(1).padStart(13)} ${`${(100 * row.hitRatio).toFixed(1)} %`.padStart(11)}`,
    );
  }
  const document = {
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

function measureApart(name: string, requests: number): Measurement {
  const script = fileURLToPath(new URL('../bench/row-process.ts', import.meta.url));
  const output = execFileSync(process.execPath, ['--import', 'tsx', script, name, String(requests), String(ROUNDS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(output.toString()) as Measurement;
}
