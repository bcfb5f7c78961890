import { formatSpec, resolveEntry } from '../../../../spec/spec.ts';
import type { MenuEntry } from '../../protocol.ts';

/**
 * What a rule came to, where that is not what was asked for: other rules may leave it no choice.
 * @param menu where the rule is a spec
 */
export function noteFor(
  asked: string | undefined,
  resolved: string | undefined,
  menu: readonly MenuEntry[] | null,
): string {
  if (resolved === undefined || (asked !== undefined && plain(asked, menu) === resolved)) return '';
  return `Runs as ${resolved}${asked === undefined ? '' : ', because of the other rules'}`;
}

/** A spec as documents write it: a parameter at its default is the same as none. */
function plain(spec: string, menu: readonly MenuEntry[] | null): string {
  const entry = menu?.find(each => each.name === spec.split(':', 1)[0]);
  return entry ? formatSpec(entry, resolveEntry(spec, entry, '').values) : spec;
}
