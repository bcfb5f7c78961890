import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const directory = fileURLToPath(new URL('../../docs/examples/', import.meta.url));

/** What stands in comments at an example's end, behind `// Prints:`. */
function promised(text: string): string {
  const [, lines] = text.split('\n// Prints:\n');
  return lines!.replace(/^\/\/ ?/gm, '');
}

function printed(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const args = ['--conditions=@tierlab/source', '--import', 'tsx', path];
    execFile(process.execPath, args, { env: { ...process.env, NO_COLOR: '1' } }, (error, stdout) => {
      if (error) reject(error);
      else resolve(stdout);
    });
  });
}

it.each(readdirSync(directory).filter(name => name.endsWith('.ts')))(
  'the example %s prints what it says',
  async name => {
    const path = join(directory, name);
    // Lines without text end in no blank in the file.
    const output = (await printed(path)).replace(/ +$/gm, '').trimEnd();
    expect(output).toBe(promised(readFileSync(path, 'utf8')).trimEnd());
  },
);
