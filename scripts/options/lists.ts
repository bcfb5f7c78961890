/** Options that hold several values, divided by commas or blanks. */

import { flagOf } from '../../spec/flag.ts';
import { InputError } from '../../spec/input-error.ts';
import { splitSpecs } from '../../spec/spec.ts';

const EXAMPLES = { policies: 'lru,sieve', workload: 'zipf,scan', sizes: '100,1%,64MiB' } as const;

/** Specs as they were written. @throws InputError for a list without any */
export function specsIn(list: string, name: 'policies' | 'workload'): string[] {
  return filled(splitSpecs(list), name);
}

/** Sizes as they were written. @throws InputError for a list without any */
export function sizesIn(list: string): string[] {
  return filled(
    list.split(/[\s,]+/).filter(each => each !== ''),
    'sizes',
  );
}

function filled(list: string[], name: keyof typeof EXAMPLES): string[] {
  if (list.length > 0) return list;
  throw new InputError(flagOf(name), `the list is empty, expected for example ${EXAMPLES[name]}`);
}
