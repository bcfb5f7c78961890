import { evictionPolicies } from '../policies/catalog.ts';
import type { EvictionContext, EvictionDescription, EvictionPolicy } from '../policies/eviction/contract.ts';
import { InputError } from '../spec/input-error.ts';
import type { Values } from '../spec/parameter.ts';
import { type Resolved, resolveEntry, resolveSpec } from '../spec/spec.ts';
import { findBound } from './bounds/catalog.ts';
import { CheckedPolicy } from './plugins/checked-policy.ts';
import { pluginOf } from './plugins/registry.ts';

/** Looks an eviction policy up, in the catalogue or among the plug-ins, and refuses what it cannot do. @throws InputError */
export function resolveEviction(spec: string, sized: boolean, place: string): Resolved<EvictionDescription> {
  if (findBound(spec))
    throw new InputError(place, `${spec} is a bound on what any cache can hit, not a policy: it is for mrc --policies`);
  const plugin = pluginOf(spec);
  const resolved = plugin
    ? resolveEntry(spec, plugin.description, place)
    : resolveSpec(spec, evictionPolicies, 'eviction policy', place);
  if (sized && !resolved.entry.capabilities.sized)
    throw new InputError(place, `${resolved.entry.name} does not support sizes: give its capacity in entries`);
  return resolved;
}

/** Builds an eviction policy from its spec, and the policies it is made of; plug-ins are checked while they run. @throws InputError */
export function buildEviction(spec: string, place: string, context: Omit<EvictionContext, 'build'>): EvictionPolicy {
  const { entry, values } = resolveEviction(spec, context.sizes !== null, place);
  const create = () => createEviction(entry, values, place, context);
  const plugin = pluginOf(spec);
  return plugin ? new CheckedPolicy(plugin, place, context.universe, create) : create();
}

/** The most ids that have left which a policy remembers; `Infinity` if it may never forget. @throws InputError */
export function mostRemembered(
  policy: Pick<Resolved<EvictionDescription>, 'entry' | 'values'>,
  capacity: number,
): number {
  const { entry, values } = policy;
  const of = (inner: string) => mostRemembered(resolveEviction(inner, false, entry.name), capacity);
  return entry.mostRemembered?.(capacity, values, of) ?? 0;
}

/** Builds an eviction policy that has been looked up already. @throws InputError for a policy that it is made of */
export function createEviction(
  entry: EvictionDescription,
  values: Values,
  place: string,
  context: Omit<EvictionContext, 'build'>,
): EvictionPolicy {
  // The residents of an inner policy are not those of the level.
  const { residentLinks: _, ...rest } = context;
  const build = (inner: string, sizes: Float64Array | null) =>
    buildEviction(inner, `${place}: ${entry.name}`, { ...rest, sizes });
  return entry.create({ ...context, build }, values);
}
