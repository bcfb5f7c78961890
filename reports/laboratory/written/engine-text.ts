import { dirname } from 'node:path';
import type { Plugin as Extension } from 'esbuild';
import { deflate } from '../../page/carried.ts';
import { bundle, bundled, moduleFile } from '../../page/client-bundle.ts';

const WORKER = '../laboratory/engine/worker';

/** What the engine of a run knows that is not its own: policies and samples from files of the user. */
export interface Foreign {
  /** By what specs call them, the text of a module without imports. */
  readonly plugins: readonly { readonly name: string; readonly code: string }[];
  /** By what specs call them, milliseconds. */
  readonly samples: readonly (readonly [name: string, samples: Float64Array])[];
}

/** Samples, of all files together, that a page carries. */
const MOST_SAMPLES = 20_000;

/**
 * The script of the thread with the engine, compressed: it waits in the page until somebody wants it.
 * @returns null where what is foreign cannot be carried, or cannot run in a browser
 */
export async function engineText({ plugins, samples }: Foreign): Promise<string | null> {
  if (plugins.length === 0 && samples.length === 0) return deflate(Buffer.from(await bundled(WORKER)));
  if (samples.reduce((sum, [, each]) => sum + each.length, 0) > MOST_SAMPLES) return null;
  try {
    const stdin = { contents: entryFor({ plugins, samples }), resolveDir: dirname(moduleFile(WORKER)) };
    return deflate(Buffer.from(await bundle({ stdin, plugins: [asModules(plugins)] })));
  } catch (error) {
    // A policy that needs Node, for example: the report is whole without a laboratory.
    if (error instanceof Error && 'errors' in error) return null;
    throw error;
  }
}

/** A module that makes what is foreign known, and then starts the engine. */
function entryFor({ plugins, samples }: Foreign): string {
  const file = (module: string) => JSON.stringify(moduleFile(module));
  const described = plugins.map(
    ({ name }, i) => `{ name: ${JSON.stringify(name)}, code: '', description: plugin${i}, whereabouts: () => null }`,
  );
  const listed = samples.map(([name, each]) => `[${JSON.stringify(name)}, Float64Array.from([${each.join()}])]`);
  return `import { registerPlugins } from ${file('../../engine/plugins/registry')};
import { registerSamples } from ${file('../../engine/latency-samples')};
${plugins.map((_, i) => `import plugin${i} from 'foreign:${i}';`).join('\n')}
import ${file(WORKER)};
registerPlugins([${described.join()}]);
registerSamples([${listed.join()}]);`;
}

function asModules(plugins: Foreign['plugins']): Extension {
  return {
    name: 'foreign',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^foreign:\d+$/ }, ({ path }) => ({ path: path.slice(8), namespace: 'foreign' }));
      onLoad({ filter: /.*/, namespace: 'foreign' }, ({ path }) => ({
        contents: plugins[Number(path)]!.code,
        loader: 'js',
      }));
    },
  };
}
