import { workloads } from '../../workloads/catalog.ts';
import { suppliedTrace } from '../golden/traces.ts';

/** What is tuned: a shipped workload, or a supplied trace. */
export interface Case {
  readonly name: string;
  /** Below the directory of golden numbers and traces; null for a shipped workload. */
  readonly path: string | null;
  readonly args: readonly string[];
  /** Of all requests or of the default's room, where that is not all; empty else. */
  readonly limits: string;
}

/** Of the long ones as many requests as take a minute or two. */
const LONG = { oltp: '200k', loop: '200k', gcc: '200k' } as const;
const TRACES = [
  ...['web12', 'multi1', 'multi2', 'loop', 'cs', 'ps', '2_pools', 'backf', 'zigzag', 'corda'],
  ...['adapt_size/request.trace', 'cloudPhysicsIO', 'oltp', 'gcc'],
];
/** Of these the default's room holds half of the keys and more, so they are tuned with less as well. */
const SMALL = ['multi1', 'loop', 'cs', 'ps', 'backf', 'zigzag'];
const LESS = '10%';

/** Every shipped workload, and every supplied trace. */
export const cases: readonly Case[] = [
  ...workloads.map(({ name }): Case => ({ name, path: null, args: ['--workload', name], limits: '' })),
  ...TRACES.map(name => traceCase(name)),
  ...SMALL.map(name => traceCase(name, LESS)),
];

function traceCase(name: string, budget?: string): Case {
  const { path, format, columns } = suppliedTrace(name)!;
  const requests = LONG[name as keyof typeof LONG];
  const named = { format, columns, requests, budget };
  const args = Object.entries(named).flatMap(([flag, value]) => (value === undefined ? [] : [`--${flag}`, value]));
  const limits = [
    ...(requests === undefined ? [] : [`first ${requests.replace('k', ',000')}`]),
    ...(budget === undefined ? [] : [`room for ${budget.replace('%', ' %')} of the keys`]),
  ];
  return { name, path, args, limits: limits.join(', ') };
}
