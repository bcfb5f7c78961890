import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inThisProcess, tierlab, workingDirectory } from './tierlab.ts';

const home = process.cwd();
const cwd = workingDirectory();

/** Records of libCacheSim's oracleGeneral: time, id, size, next access; 24 bytes each. */
function oracleGeneral(records: number): Buffer {
  const bytes = Buffer.alloc(24 * records);
  for (let i = 0; i < records; i++) {
    bytes.writeUInt32LE(i, 24 * i);
    bytes.writeBigUInt64LE(BigInt(i % 3), 24 * i + 4);
    bytes.writeUInt32LE(10, 24 * i + 12);
    bytes.writeBigInt64LE(-1n, 24 * i + 16);
  }
  return bytes;
}

beforeAll(() => {
  const write = (name: string, content: string | Buffer) => writeFileSync(join(cwd, name), content);
  write('empty.txt', '');
  write('bad.csv', 'key,time,size\na,1,10\nb,2,20\na,soon,10\n');
  write('sized.csv', 'key,time,size\na,1,10\nb,2,20\n');
  write('short.oracleGeneral.bin', oracleGeneral(5).subarray(0, 110));
  write('keys.txt', 'a\nb\na\n');
  write('experiment.yaml', 'workload: zipf\nlevels:\n  - L1=10/5m/lru\n  - L2=20/-/lur\n');
  write('misspelt.json', '{\n  "workload": "zipf",\n  "requsts": 500\n}\n');
  write('variants.yaml', 'plain:\n  preset: flat\ncareful:\n  promotoin: never\n');
  write('values.yaml', 'plain: {}\ncareful: { promotion: nevr }\n');
  process.chdir(cwd);
});
afterAll(() => {
  process.chdir(home);
  rmSync(cwd, { recursive: true });
});

const cases: readonly (readonly [what: string, args: string, message: string])[] = [
  ['an unknown command', 'polcies', 'unknown command "polcies"; did you mean "policies"?'],
  ['an unknown option', 'sim --polcy lru', '--polcy: unknown option; did you mean "--policy"?'],
  ["another command's option", 'mrc --suggest off', '--suggest: is an option of sim, not of mrc'],
  [
    'a hierarchy for the curves of single caches',
    'mrc --levels L1=5',
    '--levels: is for --per-level; curves of single caches take --policies and --admission',
  ],
  [
    'room more where no level is sized',
    'mrc --more 100',
    '--more: is for --per-level; curves of single caches take --policies and --admission',
  ],
  [
    'policies to compare in a hierarchy',
    'mrc --per-level --policies lru',
    '--policies: is for curves of single caches, not for --per-level, which sizes the levels of one hierarchy',
  ],
  [
    'a method for a hierarchy',
    'mrc --per-level --method mini',
    '--method: is for curves of single caches, not for --per-level, which sizes the levels of one hierarchy',
  ],
  [
    'types and levels at once',
    'mrc --per-level --per-type',
    '--per-type: is for curves of single caches, not for --per-level, which sizes the levels of one hierarchy',
  ],
  [
    'room in another unit',
    'mrc --per-level --more 1MiB',
    '--more: found 1MiB, expected entries, which the levels are in, or percent',
  ],
  ['a value for an option that has none', 'sim --quiet=5', '--quiet: takes no value, found "5"'],
  ['no threads', 'sim -n 100 --jobs 0', '--jobs: found 0, expected at least 1'],
  ['a file in the way of the results', 'sim --out keys.txt', '--out: keys.txt is not a directory'],
  ['a file on the way to the results', 'mrc --out keys.txt/out/more', '--out: keys.txt is not a directory'],
  ['a page below a file', 'report keys.txt --out bad.csv/page.html', '--out: bad.csv is not a directory'],
  ['a file for a folder of experiments', 'studio keys.txt', 'FOLDER: keys.txt is not a directory'],
  ['an option without its value', 'sim --policy', '--policy: no value given'],
  [
    'an unknown policy',
    'mrc --policies lru,seive',
    '--policies: unknown eviction policy "seive"; did you mean "sieve"?',
  ],
  ['an unknown parameter', 'sim --policy lru:x=3', '--policy: lru has no parameter "x"; it takes none'],
  [
    'an unknown workload',
    'sim -w zpif',
    '--workload: unknown workload "zpif", and no file of that name; did you mean "zipf"?',
  ],
  ['a parameter out of range', 'sim -w zipf:keys=0', '--workload: zipf:keys: found "0", expected 1 to 100000000'],
  ['a missing file', 'mrc -w missing.csv', '--workload: missing.csv: no such file'],
  ['an empty trace', 'mrc -w empty.txt', 'empty.txt: the trace is empty'],
  ['a malformed row', 'mrc -w bad.csv', 'bad.csv:4:3: time "soon" is not a number (2 good requests before it)'],
  [
    'a truncated trace',
    'mrc -w short.oracleGeneral.bin',
    'short.oracleGeneral.bin: byte 96: the last record is cut short: found 14 of 24 bytes (4 good requests before it)',
  ],
  [
    'a negative size',
    'mrc --sizes -5,10',
    '--sizes: capacity "-5" must be more than 0 (expected for example 500, 250k, 64MiB or 1%)',
  ],
  [
    'a capacity of 0',
    'sim --levels L1=0/5m/lru',
    '--levels L1: capacity "0" must be more than 0 (expected for example 500, 250k, 64MiB or 1%)',
  ],
  [
    'bytes on a workload without sizes',
    'mrc -w keys.txt --sizes 64MiB',
    '--sizes: capacity in bytes, but the workload has no sizes: give it in entries or percent',
  ],
  [
    'an unknown admission policy',
    'mrc --admission tinylfo',
    '--admission: unknown admission policy "tinylfo"; did you mean "tinylfu"?',
  ],
  [
    'an admission policy that looks at sizes, without any',
    'mrc --admission size-below:bytes=5',
    '--admission: size-below looks at sizes: give the capacity in bytes, on a workload with sizes',
  ],
  [
    'an admission policy that looks at sizes, without any, for sim',
    'sim --admission adaptsize',
    '--admission: adaptsize looks at sizes: give the capacity in bytes, on a workload with sizes',
  ],
  [
    'admission, where the method knows LRU alone',
    'mrc --method shards --admission tinylfu',
    '--admission: shards estimates LRU without admission; --method mini takes both',
  ],
  [
    'an admission policy that a sample tells nothing about',
    'mrc --method mini --admission adaptsize',
    '--admission: adaptsize counts requests, of which a sample has fewer: not with --method mini',
  ],
  ['an unknown method', 'mrc --method shard', '--method: unknown method "shard"; did you mean "shards"?'],
  [
    'a method with a rate and a number of keys',
    'mrc --method shards:rate=0.1,keys=100',
    '--method: "shards:rate=0.1,keys=100": expected rate or keys, found both',
  ],
  ['too high a rate', 'mrc --method mini:rate=1', '--method: mini:rate: found "1", expected 0.00001 to 0.5'],
  [
    'a policy that the method is not for',
    'mrc --method shards --policies lru,sieve',
    '--policies: shards estimates lru only, found sieve; --method mini takes nearly any policy',
  ],
  [
    'a policy that a small cache misjudges',
    'mrc --method mini --policies lru,lfu',
    '--policies: mini misjudges lfu, which misses otherwise in a smaller cache for fewer keys; --method auto counts it',
  ],
  [
    'bytes, where the method counts entries',
    'mrc -w sized.csv --method shards --sizes 1KiB',
    '--sizes: shards estimates sizes in entries only; --method mini takes bytes',
  ],
  ['no requests', 'sim -w zipf -n 0', 'zipf: no requests, nothing to simulate'],
  ['too many requests', 'sim -w zipf -n 1e12', '--requests: found 1e12, expected at most 2,147,483,646'],
  [
    'no more than a warm-up',
    'sim -w zipf -n 500 --warmup 500',
    '--warmup: found 500, expected less than the 500 requests of the workload',
  ],
  ['an option for traces', 'sim -w zipf --format csv', '--format: is for trace files; "zipf" is a synthetic workload'],
  ['a word too many', 'sim zipf', 'sim: unexpected argument "zipf"'],
  ['options before the command', '--quiet sim', 'write the command first: tierlab sim …'],
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
  ['a workload twice', 'compare -w zipf,zipf -n 100', '--workload: zipf is there twice'],
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

describe('input that cannot be used ends with status 2 and one line on standard error:', () => {
  it.each(cases)('%s', async (_what, args, message) => {
    expect(await inThisProcess(args.split(' '))).toEqual({ status: 2, stdout: '', stderr: `tierlab: ${message}\n` });
  });
});

describe.concurrent('a process', () => {
  it.each(cases.filter(([what]) => what === 'a malformed row' || what === 'an unknown option'))(
    'ends with status 2 for %s',
    async (_what, args, message) => {
      expect(await tierlab(cwd, args.split(' '))).toEqual({ status: 2, stdout: '', stderr: `tierlab: ${message}\n` });
    },
  );
});
