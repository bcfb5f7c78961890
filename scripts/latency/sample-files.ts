import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type NamedSamples, registerSamples } from '../../engine/latency-samples.ts';
import { InputError } from '../../spec/input-error.ts';
import type { PlacedSettings, Settings } from '../options/settings.ts';

/** Files read so far, by the name that stands for their content. */
const paths = new Map<string, string>();

const FILE = /(\bempirical:\s*(?:per-kib=[^,]*,\s*)?file=)([^,]+)/gi;

/**
 * Reads the files that latency models take their samples from; a path is relative to the current directory, in a configuration
 * file to that file.
 * @returns the settings with a name made of the content in place of each path, so that no path enters a document
 * @throws InputError for a file that is missing, empty or holds anything but milliseconds
 */
export function loadSamples({ settings, places }: PlacedSettings): Settings {
  const directory = places.has('latency') ? dirname(settings.config!) : '.';
  const loaded: NamedSamples[] = [];
  const latency = settings.latency?.replace(FILE, (_, before: string, file: string) => {
    const content = readText(resolve(directory, file.trim()), file.trim());
    const name = `sha256-${createHash('sha256').update(content).digest('hex').slice(0, 16)}`;
    paths.set(name, resolve(directory, file.trim()));
    loaded.push([name, parseSamples(content, file.trim())]);
    return `${before}${name}`;
  });
  registerSamples(loaded);
  return latency === undefined ? settings : { ...settings, latency };
}

/** The files read so far, by the names that stand for their content. */
export function samplePaths(): Record<string, string> {
  return Object.fromEntries(paths);
}

/** A text with commands, ready to be copied: the files' paths stand where the names of their contents stood. */
export function withSamplePaths(text: string): string {
  return [...paths].reduce((all, [name, path]) => all.replaceAll(`file=${name}`, () => `file=${path}`), text);
}

function readText(path: string, file: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = { ENOENT: 'no such file', EISDIR: 'not a file' }[code ?? ''] ?? message;
    throw new InputError('--latency', `${file}: ${reason}`);
  }
}

/** Milliseconds, one a line; blank lines do not count. */
function parseSamples(content: string, file: string): Float64Array {
  const samples: number[] = [];
  for (const [i, line] of content.split('\n').entries()) {
    const text = line.trim();
    if (text === '') continue;
    const ms = Number(text);
    if (!(ms >= 0 && ms <= 1e9))
      throw new InputError(
        '--latency',
        `${file}:${i + 1}: found "${text}", expected milliseconds from 0 to 1000000000`,
      );
    samples.push(ms);
  }
  if (samples.length === 0) throw new InputError('--latency', `${file}: no samples, expected milliseconds, one a line`);
  return Float64Array.from(samples);
}
