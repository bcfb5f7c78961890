import type { Options } from '../../engine/configuration/types.ts';
import type { Settings } from '../options/settings.ts';
import { flagOf, optionNames, options } from '../options/table.ts';
import { shellWords } from '../shell.ts';
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
  { source, summary }: LoadedWorkload,
  { seed, seeds, warmup }: { readonly seed: number; readonly seeds: number; readonly warmup: number },
  change: Options,
): string {
  const words = ['npx', 'tierlab', 'sim'];
  const add = (name: string, value: string | number | undefined) => {
    if (value !== undefined) words.push(flagOf(name), String(value));
  };
  if (source.kind === 'synthetic') add('workload', summary.spec);
  add('requests', source.gets);
  if (seed !== 1) add('seed', seed);
  if (seeds !== 1) add('seeds', seeds);
  if (warmup > 0) add('warmup', warmup);
  add('format', settings.format);
  add('columns', settings.columns);
  for (const [axis, value] of Object.entries({ ...axesOf(settings), ...change })) add(axis, value);
  if (settings.mapOps) words.push(flagOf('mapOps'));
  const command = shellWords(words);
  return source.kind === 'synthetic' ? command : command.replace('tierlab sim', `tierlab sim --workload ${TRACE}`);
}

/** A text with commands, ready to be copied: the trace's path stands where its variable stood. */
export function withTracePath(text: string, { workload }: Settings): string {
  return workload === undefined ? text : text.replaceAll(TRACE, () => shellWords([workload]));
}
