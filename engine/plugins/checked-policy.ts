import type { EvictionPolicy } from '../../policies/eviction/contract.ts';
import type { PolicyPart } from '../../policies/eviction/inspection.ts';
import { InputError } from '../../spec/input-error.ts';
import type { Plugin } from './registry.ts';

const METHODS = ['hit', 'victim', 'evict', 'insert', 'remove'] as const;

/** Nobody was announced as the next victim; nobody is surplus. */
const NOBODY = -1;

/**
 * Holds a policy from a user's file to its contract while it runs: whom it evicts must be resident, and `evict` must keep to
 * what `victim` has just said. Hosts trust the policies of the catalogue and ask them directly; this stands between a host and
 * any other, so that a mistake ends in one line that names it, and never in wrong counts.
 */
export class CheckedPolicy implements EvictionPolicy {
  // Present when the policy has them: hosts ask whether it does.
  readonly accepts?: (incoming: number) => boolean;
  readonly surplus?: () => number;
  readonly remembers?: (id: number) => boolean;
  readonly inspect?: () => PolicyPart[];
  private readonly policy: EvictionPolicy;
  private readonly plugin: Plugin;
  private readonly place: string;
  private readonly resident: Uint8Array;
  /** Whom `victim` announced, and for which newcomer. */
  private announced = NOBODY;
  private announcedFor = NOBODY;
  /** Who was hit or inserted last, and therefore stays. */
  private latest = NOBODY;

  /** @throws InputError unless the policy can be built and has every method */
  constructor(plugin: Plugin, place: string, universe: number, create: () => EvictionPolicy) {
    this.plugin = plugin;
    this.place = place;
    this.resident = new Uint8Array(universe);
    this.policy = this.attempt('create', create);
    // What a file in JavaScript returns, no compiler has seen.
    const made: Partial<EvictionPolicy> = this.policy ?? {};
    const missing = METHODS.filter(name => typeof made[name] !== 'function');
    if (missing.length > 0) throw this.broken(`create returned a policy without ${missing.join(', ')}`);
    if (this.policy.accepts)
      this.accepts = incoming => this.attempt(`accepts(${incoming})`, () => this.policy.accepts!(incoming));
    if (this.policy.surplus) this.surplus = () => this.leaveAsSurplus();
    if (this.policy.remembers)
      this.remembers = id => this.attempt(`remembers(${id})`, () => this.policy.remembers!(id));
    if (this.policy.inspect) this.inspect = () => this.attempt('inspect()', () => this.policy.inspect!());
  }

  hit(id: number): void {
    this.announcedFor = NOBODY;
    this.latest = id;
    try {
      this.policy.hit(id);
    } catch (error) {
      throw this.thrown(`hit(${id})`, error);
    }
  }

  victim(incoming: number): number {
    let victim: number;
    try {
      victim = this.policy.victim(incoming);
    } catch (error) {
      throw this.thrown(`victim(${incoming})`, error);
    }
    if (this.resident[victim] !== 1 && victim !== incoming) throw this.nobody(`victim(${incoming})`, victim);
    this.announced = victim;
    this.announcedFor = incoming;
    return victim;
  }

  evict(incoming: number): number {
    let victim: number;
    try {
      victim = this.policy.evict(incoming);
    } catch (error) {
      throw this.thrown(`evict(${incoming})`, error);
    }
    if (this.announcedFor === incoming && victim !== this.announced)
      throw this.broken(`evict(${incoming}) returned ${victim}, victim(${incoming}) had just said ${this.announced}`);
    this.announcedFor = NOBODY;
    if (victim === incoming) return victim;
    if (this.resident[victim] !== 1) throw this.nobody(`evict(${incoming})`, victim);
    this.resident[victim] = 0;
    return victim;
  }

  insert(id: number): void {
    this.announcedFor = NOBODY;
    this.latest = id;
    this.resident[id] = 1;
    try {
      this.policy.insert(id);
    } catch (error) {
      throw this.thrown(`insert(${id})`, error);
    }
  }

  remove(id: number): void {
    this.announcedFor = NOBODY;
    this.resident[id] = 0;
    try {
      this.policy.remove(id);
    } catch (error) {
      throw this.thrown(`remove(${id})`, error);
    }
  }

  private leaveAsSurplus(): number {
    const id = this.attempt('surplus()', () => this.policy.surplus!());
    if (id === NOBODY) return id;
    if (this.resident[id] !== 1) throw this.nobody('surplus()', id, '-1 or ');
    if (id === this.latest) throw this.broken(`surplus() returned ${id}, which was just hit or inserted`);
    this.announcedFor = NOBODY;
    this.resident[id] = 0;
    return id;
  }

  private attempt<Result>(call: string, action: () => Result): Result {
    try {
      return action();
    } catch (error) {
      throw this.thrown(call, error);
    }
  }

  private nobody(call: string, victim: unknown, orElse = ''): InputError {
    const universe = this.resident.length;
    const isId = Number.isInteger(victim) && Number(victim) >= 0 && Number(victim) < universe;
    return this.broken(
      isId
        ? `${call} returned ${victim}, which is not resident`
        : `${call} returned ${victim}, expected ${orElse}an id from 0 to ${universe - 1}`,
    );
  }

  private thrown(call: string, error: unknown): InputError {
    // A policy made of others: the inner one has said what is wrong.
    if (error instanceof InputError) return error;
    const where = this.plugin.whereabouts(error);
    const [what] = String(error).split('\n', 1);
    return this.broken(`${call} threw ${what}${where === null ? '' : ` at ${where}`}`);
  }

  private broken(problem: string): InputError {
    return new InputError(this.place, `${this.plugin.name}: ${problem}`);
  }
}
