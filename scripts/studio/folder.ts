import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../spec/input-error.ts';
import { configSchema, readConfigFile } from '../options/config-file.ts';
import type { Settings } from '../options/settings.ts';
import type { OptionName } from '../options/table.ts';
import { jsonText } from '../results/json-text.ts';
import { writeFiles } from '../results/write-files.ts';

/** A letter or digit, then letters, digits, dots, dashes and low lines: nothing that leads out of a folder. */
const NAME = /^[a-z\d][\w.-]{0,63}$/i;
const FILE = /^[a-z\d][\w.-]{0,63}\.(json|ya?ml)$/i;

/** Experiments in one folder, each a configuration file for `tierlab sim`. Whatever it is asked for, it touches no other file. */
export class ExperimentFolder {
  private readonly directory: string;
  private readonly accepted: readonly OptionName[];

  /** @param accepted the options that an experiment may name */
  constructor(directory: string, accepted: readonly OptionName[]) {
    this.directory = directory;
    this.accepted = accepted;
  }

  /** Names of the files, sorted; none while the folder does not exist. */
  names(): string[] {
    const entries = this.exists() ? readdirSync(this.directory, { withFileTypes: true }) : [];
    return entries.flatMap(entry => (entry.isFile() && FILE.test(entry.name) ? [entry.name] : [])).sort();
  }

  /** @throws InputError for a name that is none of `names`, and for what is wrong in the file, with its place */
  open(name: string): Settings {
    if (!this.names().includes(name)) throw new InputError(name, 'there is no such experiment');
    return readConfigFile(join(this.directory, name), this.accepted).settings;
  }

  /**
   * @param options as they came, from anybody
   * @returns the name of the file
   * @throws InputError for a bad name, for options that a configuration file may not have, and where the file exists already
   */
  save(name: string, options: unknown, replace: boolean): string {
    if (!NAME.test(name))
      throw new InputError('name', `found "${name}", expected letters, digits, dots, dashes and low lines`);
    const file = /\.json$/i.test(name) ? name : `${name}.json`;
    const checked = configSchema(this.accepted).safeParse(options);
    if (!checked.success) {
      const { path, message } = checked.error.issues[0]!;
      throw new InputError(path.join('.'), message);
    }
    const path = join(this.directory, file);
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found && !replace) throw new InputError(file, 'exists already: tick Replace, or choose another name');
    if (found && !found.isFile()) throw new InputError(file, 'is not a file');
    writeFiles(this.directory, { [file]: `${jsonText(checked.data)}\n` });
    return file;
  }

  private exists(): boolean {
    return lstatSync(this.directory, { throwIfNoEntry: false })?.isDirectory() ?? false;
  }
}
