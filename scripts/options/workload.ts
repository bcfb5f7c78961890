import type { OptionDescriptions } from './description.ts';

/** What is replayed. */
export const workloadOptions = {
  workload: {
    kind: 'text',
    alias: 'w',
    value: 'SPEC|FILE',
    group: 'Workload',
    catalogue: 'workloads',
    default: 'hot-warm-cold',
    summary: 'a workload such as zipf:alpha=0.9,keys=100000, or a trace file',
  },
  requests: {
    kind: 'text',
    alias: 'n',
    value: 'N',
    group: 'Workload',
    default: "the workload's own",
    summary: 'how many requests: 250k, 10M, 1e6',
  },
  seed: { kind: 'text', value: 'N', group: 'Workload', default: '1', summary: 'master seed of everything random' },
  seeds: {
    kind: 'text',
    value: 'N',
    group: 'Workload',
    default: '1',
    summary: 'replications, each with a seed of its own',
  },
  warmup: {
    kind: 'text',
    value: 'N|P%',
    group: 'Workload',
    default: '0',
    summary: 'requests at the start that are not counted',
  },
  format: {
    kind: 'text',
    value: 'NAME',
    group: 'Workload',
    catalogue: 'formats',
    default: 'from name and content',
    summary: 'format of the trace file',
  },
  columns: {
    kind: 'text',
    value: 'MAP',
    group: 'Workload',
    summary: 'columns of a CSV trace by name or number: key=user,time=ts,size=bytes',
  },
  mapOps: {
    kind: 'flag',
    group: 'Workload',
    summary: 'stores and writes in a trace are sets; without it every record is a get',
  },
  noStore: {
    kind: 'flag',
    group: 'Workload',
    summary: 'read a trace again instead of keeping it, interned, in TIERLAB_CACHE (~/.cache/tierlab, at most 8 GiB)',
  },
} as const satisfies OptionDescriptions;
