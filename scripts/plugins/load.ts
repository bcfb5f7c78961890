import { statSync } from 'node:fs';
import type { PluginSummary } from '../../engine/documents/head.ts';
import { type Plugin, registerPlugins } from '../../engine/plugins/registry.ts';
import { importPlugin, whereabouts } from '../../engine/runners/import-plugin.ts';
import { InputError } from '../../spec/input-error.ts';
import type { NamedFile } from './named-files.ts';

/**
 * Loads policies from files, so that specs may name them from here on.
 * @returns what the document says of them; undefined when there are none
 * @throws InputError for a file that is missing, does not run, or exports something else
 */
export async function loadPlugins(files: readonly NamedFile[]): Promise<PluginSummary[] | undefined> {
  const loaded = await Promise.all(files.map(load));
  registerPlugins(loaded.map(each => each.plugin));
  return loaded.length === 0 ? undefined : loaded.map(each => each.summary);
}

async function load({ name, path, flag }: NamedFile): Promise<{ plugin: Plugin; summary: PluginSummary }> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new InputError(flag, `${name}: ${found ? 'not a file' : 'no such file'}`);
  // The compiler is slow to load, and most runs have no plug-in.
  const [{ bundle }, { faultOf }] = await Promise.all([import('./bundle.ts'), import('./description.ts')]);
  const { code, sha256 } = await bundle(path, name).catch((error: Error) => {
    throw new InputError(flag, firstLine(error.message));
  });
  const exported = await importPlugin(code).catch(error => {
    const where = whereabouts(error, code);
    throw new InputError(flag, `${name}: ${firstLine(error)}${where === null ? '' : ` at ${where}`}`);
  });
  const fault = faultOf(exported);
  if (fault !== null) throw new InputError(flag, `${name}: ${fault}`);
  // `faultOf` has looked at every field.
  const description = exported as Plugin['description'];
  return {
    plugin: { name, code, description, whereabouts: error => whereabouts(error, code) },
    summary: { spec: name, name: description.name, sha256 },
  };
}

function firstLine(error: unknown): string {
  return String(error).split('\n', 1)[0]!;
}
