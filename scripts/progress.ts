import { Presets, SingleBar } from 'cli-progress';
import { silent } from './commands/invocation.ts';
import type { Settings } from './options/settings.ts';

/** Shows how far a run is. */
export interface Progress {
  update(done: number, total: number): void;
  /** Says what the run does now, where nobody counts. */
  label(what: string): void;
  /** Takes the bar away. */
  stop(): void;
}

/** A bar on standard error; nothing at all where that is no terminal or the user wants silence. */
export function showProgress(what: string, settings: Settings): Progress {
  if (silent(settings) || !process.stderr.isTTY) return { update() {}, label() {}, stop() {} };
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
  let started = false;
  return {
    update(done, total) {
      if (started) bar.update(done);
      else bar.start(total, done, { what });
      started = true;
    },
    label: text => bar.update({ what: text }),
    stop: () => bar.stop(),
  };
}
