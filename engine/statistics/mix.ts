import { type Batch, DATA_TYPES, GET, NO_TTL, OPERATIONS, PRIORITIES } from '../../workloads/requests.ts';
import { Histogram } from '../histogram.ts';
import type { Statistic } from './statistic.ts';

/** Records by a word. */
type Shares = readonly { readonly name: string; readonly operations: number }[];

export interface MixResult {
  /** Records by what they ask for; those that occur. */
  readonly operations: Shares;
  readonly types: Shares;
  readonly priorities: Shares;
  /** Records with a lifetime of their own, and their lifetimes in seconds; null where there is none. */
  readonly ttl: {
    readonly operations: number;
    readonly min: number;
    readonly p50: number;
    readonly max: number;
  } | null;
  /** Distinct sessions, jobs or tenants. */
  readonly clients: number;
}

/** What records ask for, and what else they say. */
export class Mix implements Statistic {
  private readonly operations = new Float64Array(OPERATIONS.length);
  private readonly types = new Float64Array(DATA_TYPES.length);
  private readonly priorities = new Float64Array(PRIORITIES.length);
  private readonly lifetimes = new Histogram();
  private clients = 0;

  take({ op, type, priority, ttl, client, length }: Batch): void {
    if (op) count(op, this.operations);
    else this.operations[GET]! += length;
    if (type) count(type, this.types);
    if (priority) count(priority, this.priorities);
    if (ttl) for (const seconds of ttl) if (seconds !== NO_TTL) this.lifetimes.add(seconds);
    if (client) for (const each of client) if (each >= this.clients) this.clients = each + 1;
  }

  result(): MixResult {
    const { lifetimes, clients } = this;
    return {
      operations: shares(OPERATIONS, this.operations),
      types: shares(DATA_TYPES, this.types),
      priorities: shares(PRIORITIES, this.priorities),
      ttl:
        lifetimes.count === 0
          ? null
          : { operations: lifetimes.count, min: lifetimes.min, p50: lifetimes.quantile(0.5), max: lifetimes.max },
      clients,
    };
  }
}

function count(codes: Uint8Array, counts: Float64Array): void {
  for (const code of codes) counts[code]!++;
}

function shares(words: readonly string[], counts: Float64Array): Shares {
  return words.map((name, code) => ({ name, operations: counts[code]! })).filter(each => each.operations > 0);
}
