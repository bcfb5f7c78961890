import { readFileSync } from 'node:fs';

/**
 * The vectors are facts measured on the public implementation of the document (KolosalAI/kolosal_automl v0.1.4,
 * `modules/engine/multi_level_cache.py`, MIT) under a virtual clock; they contain none of its source code.
 */
export function readVector<Vector>(name: string): Vector {
  return JSON.parse(readFileSync(new URL(`./vectors/${name}.json`, import.meta.url), 'utf8')) as Vector;
}
