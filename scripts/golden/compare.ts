import { join } from 'node:path';
import type { MrcRow } from '../../engine/documents/mrc.ts';
import { shellWords } from '../../spec/shell-words.ts';
import type { GoldenCurve } from './golden-numbers.ts';
import { type MrcCall, measure, mrcArguments } from './measure.ts';
import { type Batch, plan } from './plan.ts';
import { judge, type Verdict } from './verdict.ts';

/** A curve beside its measurement. */
export interface Comparison {
  readonly curve: GoldenCurve;
  /** In the order of the curve's points; empty when the command failed. */
  readonly verdicts: readonly Verdict[];
  /** What the command said when it failed; else null. */
  readonly failure: string | null;
  /** What measures the curve alone, as it can be typed. */
  readonly command: string;
}

/** Processes at a time. */
const WIDTH = 2;

/**
 * Measures the curves with the `mrc` command.
 * @param shared the directory that the traces' paths start from
 * @param scratch a directory for the command's result files
 */
export async function compare(
  curves: readonly GoldenCurve[],
  shared: string,
  scratch: string,
  onProgress: (done: number, total: number) => void,
): Promise<Comparison[]> {
  const comparisons: Comparison[] = [];
  const batches = plan(curves);
  const waiting = batches.entries();
  let done = 0;
  const work = async () => {
    for (const [number, batch] of waiting) {
      comparisons.push(...(await compareBatch(batch, shared, join(scratch, `${number}`))));
      onProgress(++done, batches.length);
    }
  };
  await Promise.all(Array.from({ length: WIDTH }, work));
  return comparisons;
}

async function compareBatch({ curves, calls }: Batch, shared: string, out: string): Promise<Comparison[]> {
  const measured: (readonly MrcRow[])[] = [];
  const command = (curve: GoldenCurve) => typed({ ...calls[0]!, specs: [curve.spec] }, shared);
  try {
    for (const call of calls) measured.push(await measure(call, shared, out));
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    return curves.map(curve => ({ curve, verdicts: [], failure, command: command(curve) }));
  }
  return curves.map(curve => ({ curve, verdicts: judge(curve, measured), failure: null, command: command(curve) }));
}

function typed(call: MrcCall, shared: string): string {
  return shellWords(['npm', 'run', 'mrc', '--', ...mrcArguments(call, shared), '--json']);
}
