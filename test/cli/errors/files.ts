import type { ErrorCase } from './case.ts';

/** Configuration files, and where results go. */
export const files: readonly ErrorCase[] = [
  ['a directory for a configuration file', 'sim --config .', '--config: .: is a directory, expected a file'],
  [
    'a result for a configuration file',
    'sim --config result.json',
    'result.json:1:1: a result, expected options; its cache is what stands under "configuration"',
  ],
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
