import { SourceMap } from 'node:module';
import { type Plugin, registerPlugins } from '../plugins/registry.ts';

/** A plug-in as it travels between threads. */
export type PluginSource = Pick<Plugin, 'name' | 'code'>;

/**
 * Runs a plug-in's module: a text without imports, so that every thread runs the very same, whatever becomes of the file.
 * @returns its default export, which nobody has looked at yet
 * @throws whatever the module throws
 */
export async function importPlugin(code: string): Promise<unknown> {
  const module: { readonly default?: unknown } = await import(urlOf(code));
  return module.default;
}

/** Loads, in a worker, the plug-ins that the thread which started it has found to be sound. */
export async function importPlugins(sources: readonly PluginSource[]): Promise<void> {
  const load = async ({ name, code }: PluginSource): Promise<Plugin> => ({
    name,
    code,
    // Looked at where the worker was started.
    description: (await importPlugin(code)) as Plugin['description'],
    whereabouts: error => whereabouts(error, code),
  });
  registerPlugins(await Promise.all(sources.map(load)));
}

/** Where in the user's files an error arose: `mine.ts:12:5`; null when it arose elsewhere. */
export function whereabouts(error: unknown, code: string): string | null {
  const map = /sourceMappingURL=data:application\/json;base64,(\S+)\s*$/.exec(code)?.[1];
  if (!(error instanceof Error) || error.stack === undefined || map === undefined) return null;
  const sources = new SourceMap(JSON.parse(Buffer.from(map, 'base64').toString()));
  const places: string[] = [];
  for (const frame of error.stack.split(urlOf(code)).slice(1)) {
    const [line, column] = /^:(\d+):(\d+)/.exec(frame)?.slice(1).map(Number) ?? [];
    if (line === undefined || column === undefined) continue;
    const original = sources.findEntry(line - 1, column - 1);
    if ('originalSource' in original)
      places.push(`${original.originalSource}:${original.originalLine + 1}:${original.originalColumn + 1}`);
  }
  // Where one of the structures complains, its caller is to blame.
  return places.find(each => !each.startsWith('../')) ?? places[0] ?? null;
}

function urlOf(code: string): string {
  return `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
}
