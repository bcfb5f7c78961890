import type { ErrorCase } from './case.ts';

/** Configuration files, and where results go. */
export const files: readonly ErrorCase[] = [
  ['a file in the way of the results', 'sim --out keys.txt', '--out: keys.txt is not a directory'],
  ['a file on the way to the results', 'mrc --out keys.txt/out/more', '--out: keys.txt is not a directory'],
  ['a page below a file', 'report keys.txt --out bad.csv/page.html', '--out: bad.csv is not a directory'],
  ['a file for a folder of experiments', 'studio keys.txt', 'FOLDER: keys.txt is not a directory'],
  [
    'an unknown policy in a configuration file',
    'sim --config experiment.yaml',
    'experiment.yaml:3:3: levels L2: unknown eviction policy "lur"; did you mean "lru"?',
  ],
  [
    'an unknown key in a configuration file',
    'sim --config misspelt.json',
    'misspelt.json:3:3: unknown option "requsts"; did you mean "requests"?',
  ],
];
