import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import { expect, it, vi } from 'vitest';
import { THOROUGH } from '../property-runs.ts';

const directory = fileURLToPath(new URL('../../docs/examples/', import.meta.url));

/** What stands in comments at an example's end, behind `// Prints:`. */
function promised(text: string): string {
  const [, lines] = text.split('\n// Prints:\n');
  return lines!.replace(/^\/\/ ?/gm, '');
}

/** As who reads the example runs it: it ends by itself. */
function printedByProcess(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const args = ['--conditions=@tierlab/source', '--import', 'tsx', path];
    execFile(process.execPath, args, { env: { ...process.env, NO_COLOR: '1' } }, (error, stdout) => {
      if (error) reject(error);
      else resolve(stdout);
    });
  });
}

/** Without a process, which takes a second to load the sources. */
async function printedHere(path: string): Promise<string> {
  let output = '';
  const spy = vi.spyOn(console, 'log').mockImplementation((...values) => {
    output += `${format(...values)}\n`;
  });
  await import(path);
  spy.mockRestore();
  return output;
}

/** This one runs for seconds: it simulates two hundred seeds. */
const LONG = 'performance-testing.ts';
const EXAMPLES = readdirSync(directory).filter(name => name.endsWith('.ts') && (THOROUGH || name !== LONG));
const AS_PROCESSES = THOROUGH ? EXAMPLES : ['basic-usage.ts'];

it.each(EXAMPLES)('the example %s prints what it says', async name => {
  const path = join(directory, name);
  // Lines without text end in no blank in the file.
  const print = AS_PROCESSES.includes(name) ? printedByProcess : printedHere;
  const output = (await print(path)).replace(/ +$/gm, '').trimEnd();
  expect(output).toBe(promised(readFileSync(path, 'utf8')).trimEnd());
});
