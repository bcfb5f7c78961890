import type { PluginSummary } from '../../engine/documents/head.ts';
import type { Settings } from '../options/settings.ts';

/** One call of a command. */
export interface Invocation {
  readonly settings: Settings;
  /** Those of them that the command line itself gives. */
  readonly commandLine?: Settings;
  /** The positional argument. */
  readonly argument?: string;
  /** The policies from files that the settings name. */
  readonly plugins?: readonly PluginSummary[];
  /** The command line, as it can be typed again. */
  readonly command: string;
}

/** The run was interrupted by the user: exit status 130. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** True when nothing but result files is asked for, or nothing but the document. */
export function silent(settings: Settings): boolean {
  return settings.quiet === true || settings.json === true;
}
