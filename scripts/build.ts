import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Files that are read as they are, beside the modules that read them. */
const READ_AS_THEY_ARE = ['reports/page/page.css'];

/** Writes to dist/ what the package ships: JavaScript and types, file by file as the sources lie. */
const root = fileURLToPath(new URL('..', import.meta.url));
const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
rmSync(join(root, 'dist'), { recursive: true, force: true });
execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
for (const path of READ_AS_THEY_ARE) cpSync(join(root, path), join(root, 'dist', path));
