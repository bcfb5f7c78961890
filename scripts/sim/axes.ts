import type { Options } from '../../engine/configuration/types.ts';
import { optionWords } from '../../spec/flag.ts';
import { shellWords } from '../../spec/shell-words.ts';
import type { Settings } from '../options/settings.ts';
import { optionNames, options } from '../options/table.ts';
import type { LoadedWorkload } from '../workload.ts';

/** The options that say what the cache is like. */
export const axisNames = optionNames.filter(name => options[name].group === 'Cache' || options[name].group === 'Time');

/** Stands for the file of a trace, whose path no document names. */
const TRACE = '"$TRACE"';

/** What the user asks of the cache. */
export function axesOf(settings: Settings): Options {
  return Object.fromEntries(axisNames.flatMap(axis => (settings[axis] === undefined ? [] : [[axis, settings[axis]]])));
}

/**
 * The command that runs the same workload with a changed configuration. It stands in the document, so it names neither a
 * trace's path nor anything else that leaves the result as it is.
 */
export function commandFor(
  settings: Settings,
  workload: LoadedWorkload,
  { seeds, ...counted }: Counted & { readonly seeds: number },
  change: Options,
): string {
  const { workload: named, ...replayed } = replayedSettings(settings, workload, counted);
  const repeated = seeds > 1 && { seeds: String(seeds) };
  const synthetic = workload.source.kind === 'synthetic';
  const options = { ...(synthetic && { workload: named }), ...replayed, ...repeated, ...axesOf(settings), ...change };
  const command = shellWords(['npx', 'tierlab', 'sim', ...optionWords(options)]);
  return synthetic ? command : command.replace('tierlab sim', `tierlab sim --workload ${TRACE}`);
}

/** Options with their texts; a flag is true. */
type Replayed = Readonly<Record<string, string | true>>;

interface Counted {
  readonly seed: number;
  readonly warmup: number;
}

/** The settings that say what is replayed, whatever the cache. */
export function replayedSettings(settings: Settings, workload: LoadedWorkload, { seed, warmup }: Counted): Replayed {
  const { source, summary } = workload;
  const { workload: path, format, columns, mapOps } = settings;
  const replayed: Readonly<Record<string, string | boolean | undefined>> = {
    workload: source.kind === 'synthetic' ? summary.spec : path,
    requests: source.gets === undefined ? undefined : String(source.gets),
    seed: seed === 1 ? undefined : String(seed),
    warmup: warmup === 0 ? undefined : String(warmup),
    ...{ format, columns, mapOps },
  };
  return Object.fromEntries(Object.entries(replayed).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/** A text with commands, ready to be copied: the trace's path stands where its variable stood. */
export function withTracePath(text: string, { workload }: Settings): string {
  return workload === undefined ? text : text.replaceAll(TRACE, () => shellWords([workload]));
}
