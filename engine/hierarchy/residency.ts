import { definer } from '../../policies/define.ts';
import { resolveSpec } from '../../spec/spec.ts';

/** Who decides which ids leave the cache: gives the spec of the one order over all levels, or null for each level's own policy. */
const defineResidency = definer<null, { readonly order: string | null }>();

export const residencies = [
  defineResidency({
    name: 'per-level',
    summary: "Each level's own policy says who leaves it",
    paper: null,
    parameters: {},
    create: () => ({ order: null }),
  }),
  defineResidency({
    name: 'unified',
    summary: 'One order over all levels says who leaves the cache; levels are only places',
    paper: null,
    parameters: {
      policy: { type: 'text', default: 'lru', summary: 'spec of the eviction policy that keeps the order' },
    },
    create: (_context, { policy }) => ({ order: policy }),
  }),
  defineResidency({
    name: 'guarded',
    summary: 'One order over all levels: LRU that follows a challenger while it leads',
    paper: null,
    parameters: {
      challenger: {
        type: 'text',
        meaning: 'one spec, or several joined by `+`',
        default: 'lirs',
        summary: 'specs of the policies that may take over, at most 5',
      },
    },
    create: (_context, { challenger }) => ({ order: `guarded:challenger=${challenger}` }),
  }),
];

/** The spec of the order over all levels, or null. @throws InputError */
export function orderOf(residency: string): string | null {
  const { entry, values } = resolveSpec(residency, residencies, 'residency', '--residency');
  return entry.create(null, values).order;
}
