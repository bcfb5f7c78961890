/** Policies to hold against the suite, and what it says of them. */
import {
  defineEviction,
  type EvictionCapabilities,
  type EvictionContext,
  type EvictionDescription,
  type EvictionPolicy,
  type IdList,
  Links,
} from '../../../policies/api.ts';
import { type Check, type ConformanceOptions, conformanceChecks } from './checks.ts';

/** A sound policy, FIFO; each of the broken ones spoils one thing. */
export class Fifo implements EvictionPolicy {
  protected readonly context: EvictionContext;
  protected readonly queue: IdList;

  constructor(context: EvictionContext) {
    this.context = context;
    this.queue = new Links(context.universe, 1).list();
  }

  hit(_id: number): void {}

  victim(_incoming: number): number {
    return this.queue.tail;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.queue.unlink(victim);
    return victim;
  }

  insert(id: number): void {
    this.queue.pushHead(id);
  }

  remove(id: number): void {
    this.queue.unlink(id);
  }
}

/** FIFO that keeps no more than two residents, whatever the capacity. */
export class Thrifty extends Fifo {
  private length = 0;

  override insert(id: number): void {
    super.insert(id);
    this.length++;
  }

  override evict(incoming: number): number {
    this.length--;
    return super.evict(incoming);
  }

  override remove(id: number): void {
    super.remove(id);
    this.length--;
  }

  surplus(): number {
    return this.length > 2 ? this.evict(-1) : -1;
  }
}

export function described(
  policy: new (context: EvictionContext) => EvictionPolicy,
  capabilities: Partial<EvictionCapabilities> = {},
  mostRemembered = 0,
): EvictionDescription {
  return defineEviction({
    name: 'tested',
    summary: 'One of these tests',
    about: '',
    paper: null,
    parameters: {},
    capabilities,
    create: context => new policy(context),
    mostRemembered: () => mostRemembered,
  });
}

/** The titles of the checks that fail, each with what was wrong. */
export function failures(
  policy: EvictionDescription | string,
  options: ConformanceOptions = {},
): Record<string, string> {
  const failed = conformanceChecks(policy, options).map(check => [check.title, complaintOf(check)] as const);
  return Object.fromEntries(failed.flatMap(([title, wrong]) => (wrong === null ? [] : [[title, wrong]])));
}

/** What one check finds wrong, without the others, each of which would look for its shortest scenario. */
export function failureOf(title: string, policy: EvictionDescription, options: ConformanceOptions = {}): string | null {
  return complaintOf(conformanceChecks(policy, options).find(check => check.title === title)!);
}

function complaintOf({ run }: Check): string | null {
  try {
    run();
    return null;
  } catch (error) {
    const { message, cause } = error as Error;
    return `${message} ${cause}`;
  }
}

export const IN_ENTRIES = 'keeps to the contract, in entries';
export const IN_ONE_ENTRY = 'keeps to the contract, with room for one entry';
export const IN_BYTES = 'keeps to the contract, in bytes';
export const SAME_AGAIN = 'chooses the same from the same random numbers, whatever others do';
export const SHARED = 'keeps only residents in columns that levels share';
export const NUMBERS = "does not go by the ids' numbers";
export const RECYCLED = 'knows nothing of an id that it does not remember';
export const BOUNDED = 'remembers no more ids than it says';
export const NEW = 'is like new when it was emptied';
