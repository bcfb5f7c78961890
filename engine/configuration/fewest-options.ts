import { InputError } from '../../spec/input-error.ts';
import type { Configuration, Options } from './types.ts';

/**
 * Those of the options without which the configuration would be another one: what is worth writing down.
 * @param resolve completes options for the workload at hand
 */
export function fewestOptions(options: Options, resolve: (options: Options) => Configuration): Options {
  const wanted = JSON.stringify(resolve(options));
  let kept: Readonly<Record<string, string>> = { ...options };
  for (const name of Object.keys(options)) {
    const { [name]: _, ...others } = kept;
    if (gives(others, wanted, resolve)) kept = others;
  }
  return kept;
}

/** Options may need each other: without one of them the others may not resolve at all. */
function gives(options: Options, wanted: string, resolve: (options: Options) => Configuration): boolean {
  try {
    return JSON.stringify(resolve(options)) === wanted;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}
