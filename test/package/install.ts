import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** A project that has the packed package installed, and of other packages only what it depends on. */
export interface Project {
  readonly directory: string;
  /** Runs a file of the project, or one of its programs, in Node as its user has it. @returns what it prints */
  run(path: string, ...args: string[]): string;
  /** Runs Node in the project as its user has it. @returns what it prints */
  node(...args: string[]): string;
  /** Puts a package in as well, if it is not there. */
  link(name: string): void;
}

/** Packs the package and installs it into an empty project without asking a registry: what npm has installed here is linked. */
export function installedProject(): Project {
  const directory = mkdtempSync(join(tmpdir(), 'tierlab-package-'));
  const modules = join(directory, 'node_modules');
  const own = join(modules, 'tierlab');
  mkdirSync(own, { recursive: true });
  writeFileSync(join(directory, 'package.json'), '{ "type": "module" }\n');
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', directory], { cwd: repository });
  const [{ filename }] = JSON.parse(packed.toString()) as [{ filename: string }];
  execFileSync('tar', ['-xzf', join(directory, filename), '--strip-components=1', '-C', own]);

  const link = (name: string) => {
    if (existsSync(join(modules, name))) return;
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(repository, 'node_modules', name), join(modules, name));
  };
  const description = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8'));
  for (const name of Object.keys(description.dependencies)) link(name);
  for (const [name, path] of Object.entries<string>(description.bin)) {
    mkdirSync(join(modules, '.bin'), { recursive: true });
    chmodSync(join(own, path), 0o755);
    symlinkSync(join(own, path), join(modules, '.bin', name));
  }
  const node = (...args: string[]) =>
    execFileSync(process.execPath, args, {
      cwd: directory,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1' },
    }).toString();
  const run = (path: string, ...args: string[]) => node(join(directory, path), ...args);
  return { directory, run, node, link };
}
