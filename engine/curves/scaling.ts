import { resolveEviction } from '../build-policy.ts';

/**
 * The name of the policy that keeps miniature simulation from speaking for this one: itself, or one that it is made of; null
 * when all of them scale.
 * @throws InputError for a policy that does not exist
 */
export function unscalable(policy: string, place: string): string | null {
  const { entry, values } = resolveEviction(policy, false, place);
  // A policy from a plain JavaScript file may say nothing of it.
  if (entry.capabilities.scales === false) return entry.name;
  for (const [name, parameter] of Object.entries(entry.parameters)) {
    if (parameter.type !== 'text') continue;
    // One spec, or several.
    for (const spec of String(values[name]).split('+')) {
      const part = unscalable(spec, `${place}: ${entry.name}:${name}`);
      if (part !== null) return part;
    }
  }
  return null;
}
