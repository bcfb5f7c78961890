import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { compare } from './golden/compare.ts';
import { readGoldenNumbers } from './golden/golden-numbers.ts';
import { reportComparisons, reportExceptions, totals } from './golden/report.ts';
import { withProgress } from './progress.ts';

// Compares the miss-ratio curves of the `mrc` command with what other implementations measured: `npm run test:golden`, with
// the directory of golden numbers and traces as an argument where it is not ../shared.
const shared = resolve(process.argv[2] ?? new URL('../../shared', import.meta.url).pathname);
process.exitCode = existsSync(join(shared, 'golden/map.csv')) ? await run() : missing();

async function run(): Promise<number> {
  const scratch = mkdtempSync(join(tmpdir(), 'tierlab-golden-'));
  try {
    const numbers = readGoldenNumbers(join(shared, 'golden'));
    const comparisons = await withProgress({}, show =>
      compare(numbers.curves, shared, scratch, (done, total) => show('comparing', done, total)),
    );
    const { passed, failed } = totals(comparisons);
    console.log(reportComparisons(comparisons).join('\n'));
    console.log(`\n${reportExceptions(numbers, comparisons).join('\n')}\n`);
    console.log(`${passed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function missing(): number {
  console.error(`golden: no golden numbers: ${join(shared, 'golden/map.csv')} is absent`);
  return 2;
}
