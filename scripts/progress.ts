import { silent } from './commands/invocation.ts';
import type { Settings } from './options/settings.ts';

/** Tells how far a run is; the text says what it does at that point. */
export type ShowProgress = (what: string, done: number, total: number) => void;

/** Shows a bar on standard error while something runs; nothing where that is no terminal or the user wants silence. */
export async function withProgress<Result>(
  settings: Settings,
  work: (show: ShowProgress) => Result | Promise<Result>,
): Promise<Result> {
  if (silent(settings) || !process.stderr.isTTY) return work(() => {});
  const { Presets, SingleBar } = await import('cli-progress');
  const bar = new SingleBar(
    {
      format: '{what} {bar} {percentage} %',
      stream: process.stderr,
      clearOnComplete: true,
      hideCursor: null,
      barsize: 36,
    },
    Presets.shades_classic,
  );
  try {
    return await work((what, done, total) => {
      if (!bar.isActive) bar.start(total, done, { what });
      bar.setTotal(total);
      bar.update(done, { what });
    });
  } finally {
    bar.stop();
  }
}
