import type { ErrorCase } from './case.ts';

/** The words of the command line, and what it says of the cache. */
export const words: readonly ErrorCase[] = [
  ['an unknown command', 'polcies', 'unknown command "polcies"; did you mean "policies"?'],
  ['an unknown option', 'sim --polcy lru', '--polcy: unknown option; did you mean "--policy"?'],
  ["another command's option", 'mrc --suggest off', '--suggest: is an option of sim, not of mrc'],
  ['a value for an option that has none', 'sim --quiet=5', '--quiet: takes no value, found "5"'],
  ['no threads', 'sim -n 100 --jobs 0', '--jobs: found 0, expected at least 1'],
  ['an option without its value', 'sim --policy', '--policy: no value given'],
  ['a word too many', 'sim zipf', 'sim: unexpected argument "zipf"'],
  ['options before the command', '--quiet sim', 'write the command first: tierlab sim …'],
  ['an unknown parameter', 'sim --policy lru:x=3', '--policy: lru has no parameter "x"; it takes none'],
  [
    'a capacity of 0',
    'sim --levels L1=0/5m/lru',
    '--levels L1: capacity "0" must be more than 0 (expected for example 500, 250k, 64MiB or 1%)',
  ],
  [
    'an admission policy that looks at sizes, without any, for sim',
    'sim --admission adaptsize',
    '--admission: adaptsize looks at sizes: give the capacity in bytes, on a workload with sizes',
  ],
];
