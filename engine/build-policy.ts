import { evictionPolicies } from '../policies/catalog.ts';
import type { EvictionContext, EvictionDescription, EvictionPolicy } from '../policies/eviction/contract.ts';
import { InputError } from '../spec/input-error.ts';
import { type Resolved, resolveSpec } from '../spec/spec.ts';

/** Looks an eviction policy up and refuses what it cannot do. @throws InputError */
export function resolveEviction(spec: string, sized: boolean, place: string): Resolved<EvictionDescription> {
  const resolved = resolveSpec(spec, evictionPolicies, 'eviction policy', place);
  if (sized && !resolved.entry.capabilities.sized)
    throw new InputError(place, `${resolved.entry.name} does not support sizes: give its capacity in entries`);
  return resolved;
}

/** Builds an eviction policy from its spec, and the policies it is made of. @throws InputError */
export function buildEviction(spec: string, place: string, context: Omit<EvictionContext, 'build'>): EvictionPolicy {
  const { entry, values } = resolveEviction(spec, context.sizes !== null, place);
  // The residents of an inner policy are not those of the level.
  const { residentLinks: _, ...rest } = context;
  const build = (inner: string, sizes: Float64Array | null) =>
    buildEviction(inner, `${place}: ${entry.name}`, { ...rest, sizes });
  return entry.create({ ...context, build }, values);
}
