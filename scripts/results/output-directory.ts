import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { InputError } from '../../spec/input-error.ts';

/**
 * Sees to it before a run that its files will have somewhere to go; makes nothing.
 * @param flag the option that names the directory, for the message
 * @throws InputError where a file is in the way, or nothing may be written
 */
export function checkOutputDirectory(directory: string, flag: string): void {
  const found = nearest(directory);
  if (!statSync(found).isDirectory()) throw new InputError(flag, `${found} is not a directory`);
  try {
    accessSync(found, constants.W_OK);
  } catch {
    throw new InputError(flag, `nothing can be written in ${found}`);
  }
}

/**
 * Makes a directory and those that it lies in. Step by step, because Node's own way never ends where a file system makes no directories
 * (`/proc`).
 */
export function makeDirectory(directory: string): void {
  if (exists(directory)) return;
  makeDirectory(dirname(directory));
  try {
    mkdirSync(directory);
  } catch (error) {
    // Another process may have been faster.
    if (!exists(directory)) throw error;
  }
}

/** The path itself, or what it would lie in: the nearest that there is. */
function nearest(path: string): string {
  return exists(path) ? path : nearest(dirname(path));
}

function exists(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // `throwIfNoEntry` speaks of ENOENT only: below a file there is nothing either.
    return false;
  }
}
