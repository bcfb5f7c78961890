import type { EvictionDescription } from '../../policies/eviction/contract.ts';

/** An eviction policy from a user's own file. */
export interface Plugin {
  /** What specs call it: the path as it was given, `./mine.ts`. */
  readonly name: string;
  /** A module without imports; other threads load the policy from it. */
  readonly code: string;
  readonly description: EvictionDescription;
  /** Where in the user's file an error arose, as `mine.ts:12:5`; null when that cannot be told. */
  whereabouts(error: unknown): string | null;
}

const registered = new Map<string, Plugin>();

/** From here on specs of this thread may name these as well; of two with the same name, the later one. */
export function registerPlugins(plugins: readonly Plugin[]): void {
  for (const plugin of plugins) registered.set(plugin.name, plugin);
}

export function registeredPlugins(): Plugin[] {
  return [...registered.values()];
}

/** The plug-in that a spec names. */
export function pluginOf(spec: string): Plugin | undefined {
  return registered.get(spec.split(':', 1)[0]!.trim());
}

/** Whether a name is that of a file: it has a slash, or ends as modules do. */
export function isPluginName(name: string): boolean {
  return /[/\\]|\.[cm]?[jt]s$/i.test(name);
}
