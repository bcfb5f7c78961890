import { InputError } from '../spec/input-error.ts';
import { runCommandLine } from './command-line.ts';
import { Interrupted } from './commands/invocation.ts';

/**
 * Runs the command line and says on standard error what went wrong.
 * @param args without the interpreter and the script
 * @returns the exit status: 0 done, 1 a run failed, 2 unusable arguments or input, 130 interrupted
 */
export async function main(args: readonly string[]): Promise<number> {
  try {
    await runCommandLine(args);
    return 0;
  } catch (error) {
    const { status, text } = failure(error);
    console.error(`tierlab: ${text}`);
    return status;
  }
}

function failure(error: unknown): { status: number; text: string } {
  if (error instanceof InputError) return { status: 2, text: error.message };
  if (error instanceof Interrupted) return { status: 130, text: error.message };
  if (!(error instanceof Error)) return { status: 1, text: String(error) };
  // Trouble with files explains itself; anything else is a defect, and its place is worth seeing.
  return { status: 1, text: 'syscall' in error ? error.message : (error.stack ?? error.message) };
}
