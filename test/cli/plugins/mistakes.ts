import { join } from 'node:path';
import type { ErrorCase } from '../errors/case.ts';

/** What is wrong with a file, and the line that says so. @param cwd where the files are */
export const mistakesIn = (cwd: string): readonly ErrorCase[] => [
  ['a missing file', 'mrc --policies lru,./none.ts', '--policies: ./none.ts: no such file'],
  ['a directory', 'mrc --policies ./exp', '--policies: ./exp: not a file'],
  [
    'an import that does not parse',
    'sim --policy ./imports.ts',
    '--policy: ./imports.ts: syntax.ts:2:11: Unexpected ";"',
  ],
  ['a file that does not parse', 'sim --policy ./syntax.ts', '--policy: ./syntax.ts:2:11: Unexpected ";"'],
  ['a missing import', 'sim --policy ./alone.ts', '--policy: ./alone.ts:1:23: Could not resolve "./order.ts"'],
  [
    'a file that throws',
    'sim --policy ./throws.ts',
    "--policy: ./throws.ts: TypeError: Cannot read properties of undefined (reading 'toFixed') at throws.ts:3:26",
  ],
  [
    'no default export',
    'mrc --policies ./nothing.js',
    '--policies: ./nothing.js: no default export, expected export default defineEviction({ … })',
  ],
  [
    'a class as default export',
    'mrc --policies ./class.js',
    '--policies: ./class.js: the default export is a function, expected what defineEviction({ … }) returns',
  ],
  [
    'fields that are missing',
    'mrc --policies ./shape.js',
    '--policies: ./shape.js: the description lacks capabilities, create',
  ],
  [
    'a parameter of no known type',
    'mrc --policies ./type.ts',
    "--policies: ./type.ts: parameters.end.type: Invalid discriminator value. Expected 'number' | 'integer' | 'duration' | 'choice' | 'flag' | 'text'",
  ],
  [
    'methods that are missing',
    'mrc --policies ./methods.ts',
    '--policies: ./methods.ts: create returned a policy without victim, evict, remove',
  ],
  [
    'an unknown parameter',
    'sim --policy ./Queue.ts:ned=2',
    '--policy: queue has no parameter "ned"; did you mean "end"?',
  ],
  [
    'sizes that it does not support',
    'mrc -w test.csv --policies ./Queue.ts --sizes 1KiB',
    '--policies: queue does not support sizes: give its capacity in entries',
  ],
  [
    'the eviction of an id that is not resident',
    'mrc --policies ./stranger.ts --sizes 3',
    '--policies: ./stranger.ts: evict(3) returned 7, which is not resident',
  ],
  [
    'an id out of range',
    'mrc --policies ./range.ts --sizes 3',
    '--policies: ./range.ts: evict(3) returned 1000000000, expected an id from 0 to 99',
  ],
  [
    'no id',
    'mrc --policies ./nobody.ts --sizes 3',
    '--policies: ./nobody.ts: evict(3) returned undefined, expected an id from 0 to 99',
  ],
  [
    'an eviction within a policy made of policies',
    'sim --residency guarded:challenger=./stranger.ts --levels L1=3',
    '--residency: guarded: ./stranger.ts: evict(3) returned 7, which is not resident',
  ],
  [
    'a method that throws, in one line and with its place',
    'mrc --policies ./trips.ts',
    '--policies: ./trips.ts: insert(0) threw Error: no at trips.ts:20:11',
  ],
  [
    'a policy that cannot be built, placed in the file and not in the structure that complains',
    'mrc --policies ./builds.ts',
    '--policies: ./builds.ts: create threw RangeError: these links were made for 0 lists at builds.ts:7:49',
  ],
  [
    'a missing file in a configuration file',
    'sim --config exp/levels.yaml',
    'exp/levels.yaml:4:3: levels: ./lost.ts: no such file',
  ],
  [
    'one name for two files',
    'sim --config exp/own.yaml --residency unified:policy=./own.ts',
    `--residency: ./own.ts is ${join(cwd, 'own.ts')} here and ${join(cwd, 'exp/own.ts')} in --policy`,
  ],
  ['a missing file in the catalogue', 'policies ./none.ts', './none.ts: no such file'],
];
