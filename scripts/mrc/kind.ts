/** Curves of single caches and sizes of a hierarchy's levels are told different things: what only one can use, the other refuses. */
import { InputError } from '../../spec/input-error.ts';
import type { Settings } from '../options/settings.ts';
import { flagOf, type OptionName } from '../options/table.ts';
import { axisNames } from '../sim/axes.ts';

const OF_CURVES: readonly OptionName[] = ['policies', 'method', 'perType'];
const OF_LEVELS: readonly OptionName[] = [...axisNames.filter(name => name !== 'admission'), 'more'];

/** @throws InputError for an option that would be ignored */
export function checkKind(settings: Settings): void {
  const other = (settings.perLevel ? OF_CURVES : OF_LEVELS).find(name => settings[name] !== undefined);
  if (other === undefined) return;
  const problem = settings.perLevel
    ? 'is for curves of single caches, not for --per-level, which sizes the levels of one hierarchy'
    : 'is for --per-level; curves of single caches take --policies and --admission';
  throw new InputError(flagOf(other), problem);
}
