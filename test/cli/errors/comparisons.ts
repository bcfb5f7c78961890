import type { ErrorCase } from './case.ts';

/** Variants, designs and their ends. */
export const comparisons: readonly ErrorCase[] = [
  [
    'an unknown option of a variant',
    'compare --variants a:preset=flat;b:polcy=lru',
    '--variants b: unknown option "polcy"; did you mean "policy"?',
  ],
  [
    'a bad value in a variant',
    'compare --variants a:preset=flat;b:policy=lur',
    '--variants b: policy: unknown eviction policy "lur"; did you mean "lru"?',
  ],
  ['a variant without a name', 'compare --variants flat', '--variants: found "flat", expected "name: option=value,…"'],
  [
    'two variants of one name',
    'compare --policies lru,lru',
    'two variants are called "lru", expected names of their own',
  ],
  ['a single variant', 'compare --presets flat', '"flat" is the only variant, expected two at least'],
  [
    'an unknown preset among variants',
    'compare --presets flat,tierlap',
    '--presets: unknown preset "tierlap"; did you mean "tierlab"?',
  ],
  [
    'an unknown option in a file of variants',
    'compare --variants variants.yaml',
    'variants.yaml:4:3: unknown option "promotoin"; did you mean "promotion"?',
  ],
  [
    'a bad value in a file of variants',
    'compare --variants values.yaml',
    'values.yaml:2:23: promotion: unknown promotion policy "nevr"; did you mean "never"?',
  ],
  ['a file of variants that is not there', 'compare --variants none.yaml', '--variants: none.yaml: no such file'],
  ['one seed to compare over', 'compare --seeds 1', '--seeds: found 1, expected at least 2'],
  [
    'seeds for a trace',
    'compare -w keys.txt --seeds 5',
    '--seeds: a trace is the same for every seed; it is compared block by block',
  ],
  [
    'too short a trace to compare on',
    'compare -w keys.txt',
    '--workload: keys.txt: 3 requests are too few, expected at least 40',
  ],
  [
    'an unknown preset to begin with',
    'ablate --from refrence',
    '--from: unknown preset "refrence"; did you mean "reference"?',
  ],
  [
    'a bad value at the end of an ablation',
    'ablate --to preset=flat,policy=lur',
    '--to: policy: unknown eviction policy "lur"; did you mean "lru"?',
  ],
  ['an ablation that goes nowhere', 'ablate --from tierlab', '--to: tierlab is the same cache as --from'],
  ['an ablation that comes back', 'ablate --to reference', '--to: reference is the same cache as --from'],
  ['an unknown metric', 'ablate --metric hitRato', '--metric: unknown word "hitRato"; did you mean "hitRatio"?'],
  [
    'byte hit ratios of a workload without sizes',
    'ablate --metric byteHitRatio',
    '--metric: byteHitRatio needs a workload with sizes, and this one has none',
  ],
  ['no order of choices', 'ablate --orders 0', '--orders: found 0, expected at least 1'],
  [
    'ends that count capacity in different units',
    'ablate -w sized.csv --from levels=L1=1KiB/-/lru --to flat',
    '"flat" counts its capacity in entries, and "levels=L1=1KiB/-/lru" in bytes',
  ],
  ['no workload in a list', 'compare -w ,', '--workload: the list is empty, expected for example zipf,scan'],
  [
    'no workload in an experiment',
    'experiment nothing.yaml',
    'nothing.yaml:1:11: workload: the list is empty, expected for example zipf,scan',
  ],
  ['a workload twice', 'compare -w zipf,zipf -n 100', '--workload: zipf is there twice'],
];
