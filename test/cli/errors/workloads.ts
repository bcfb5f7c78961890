import type { ErrorCase } from './case.ts';

/** Workloads and traces. */
export const workloads: readonly ErrorCase[] = [
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
  ['no requests', 'sim -w zipf -n 0', 'zipf: no requests, nothing to simulate'],
  ['too many requests', 'sim -w zipf -n 1e12', '--requests: found 1e12, expected at most 2,147,483,646'],
  [
    'no more than a warm-up',
    'sim -w zipf -n 500 --warmup 500',
    '--warmup: found 500, expected less than the 500 requests of the workload',
  ],
  ['an option for traces', 'sim -w zipf --format csv', '--format: is for trace files; "zipf" is a synthetic workload'],
];
