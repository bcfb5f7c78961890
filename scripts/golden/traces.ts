/** Where a supplied trace lies, below the directory of golden numbers and traces, and what must be said to read it. */
export interface SuppliedTrace {
  readonly path: string;
  readonly format?: string;
  readonly columns?: string;
}

/** By the name that the golden files use. `zipf1.0_1m_10m` is missing: it is too large to be supplied. */
const traces: Readonly<Record<string, SuppliedTrace>> = {
  mixed_150k: { path: 'golden/mixed_150k.oracleGeneral.bin.zst' },
  'zipf0.9_20k_150k': { path: 'golden/zipf0.9_20k_150k.oracleGeneral.bin.zst' },
  cloudPhysicsIO: { path: 'traces/cloudPhysicsIO.oracleGeneral.bin' },
  'cloudPhysicsIO.csv': { path: 'traces/cloudPhysicsIO.csv.gz' },
  'cloudPhysicsIO.txt': { path: 'traces/cloudPhysicsIO.txt.gz' },
  'cloudPhysicsIO.vscsi': { path: 'traces/cloudPhysicsIO.vscsi' },
  'mimir-trace': { path: 'traces/cloudPhysicsIO.oracleGeneral.bin' },
  multi1: { path: 'traces/lirs/multi1.trace.gz' },
  multi2: { path: 'traces/lirs/multi2.trace.gz' },
  loop: { path: 'traces/lirs/loop.trace.gz' },
  cs: { path: 'traces/lirs/cs.trace.gz' },
  ps: { path: 'traces/lirs/ps.trace.gz' },
  '2_pools': { path: 'traces/lirs/2_pools.trace.gz' },
  backf: { path: 'traces/lirs/backf.trace.gz' },
  zigzag: { path: 'traces/lirs/zigzag.trace.gz' },
  web12: { path: 'traces/cache2k/web12.trace.gz', format: 'int32be' },
  oltp: { path: 'traces/arc/oltp.lis.zst' },
  corda: { path: 'traces/corda_vaultservice.trace.xz', format: 'int64be' },
  gcc: { path: 'traces/address_gcc.trace.gz' },
  // A line is `time id size`; in Caffeine's numbers the key is the pair of id and size.
  'adapt_size/request.trace': {
    path: 'traces/adaptsize_request.trace',
    format: 'csv',
    columns: 'time=1,key=2+3,size=3',
  },
};

/** @returns undefined for a trace that is not supplied */
export function suppliedTrace(name: string): SuppliedTrace | undefined {
  return traces[name];
}
