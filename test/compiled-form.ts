import { realpathSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { TestProject } from 'vitest/node';
import { commandLineOf, compiledForm } from '../scripts/start/compiled.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the directory with the sources as the command line compiles them; null where they do not compile. */
    readonly compiled: string | null;
  }
}

/** Vitest's global set-up: compiles the sources once, before test files that might all want to at the same time. */
export default async function setup(project: TestProject): Promise<void> {
  const compile = async () => {
    const directory = await compiledForm(commandLineOf(realpathSync(fileURLToPath(new URL('..', import.meta.url)))));
    project.provide('compiled', directory === null ? null : pathToFileURL(`${directory}/`).href);
  };
  project.onTestsRerun(compile);
  await compile();
}
