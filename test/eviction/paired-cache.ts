import { strict as assert } from 'node:assert';
import { buildEviction } from '../../engine/build-policy.ts';
import { randomStream } from '../../engine/random.ts';
import type { EvictionContext, EvictionPolicy } from '../../policies/eviction/contract.ts';

/** A policy from its context: the naive twin that the real one is compared with. */
export type CreateTwin = (context: EvictionContext) => EvictionPolicy;

/** The policy under test, where it is not in the catalogue. */
export type CreatePolicy = (context: Omit<EvictionContext, 'build'>) => EvictionPolicy;

/** Random numbers that one step may draw: whoever draws more never finds what it looks for. */
const MOST_DRAWS = 100_000;

/**
 * What a host asks of the policy under test.
 * `request`: look up; on a miss make room and insert. `peek`: ask who would leave, and leave it at that. `remove`: take a resident out.
 */
export interface Step {
  readonly operation: 'request' | 'peek' | 'remove';
  readonly id: number;
  /** Bytes of the id, should it be offered as a newcomer. */
  readonly size: number;
  /** Whether a request that needs room asks `victim` before `evict`. */
  readonly looksFirst: boolean;
  /** When the lifetime of what is requested ends, in seconds, or `Infinity`; told to policies that look at lifetimes. */
  readonly expiresAt: number;
}

export interface Scenario {
  readonly unit: 'entries' | 'bytes';
  readonly capacity: number;
  /** Whether entries have lifetimes. */
  readonly expiring: boolean;
  /** Ids of the steps are below this. */
  readonly ids: number;
  readonly steps: readonly Step[];
}

type Context = Parameters<CreatePolicy>[0];

/** A level that asks a policy and its twin the same questions and expects the same answers. */
export class PairedCache {
  private readonly policies: EvictionPolicy[];
  private readonly scenario: Scenario;
  private readonly sizes: Float64Array | null;
  private readonly nextAccess: Int32Array;
  private readonly expiresAt: Float64Array | null;
  private readonly residents = new Set<number>();
  /** Those that left for another reason than eviction, and have not come back. */
  private readonly removed = new Set<number>();
  private used = 0;
  private draws = 0;

  constructor(policy: string | CreatePolicy, createTwin: CreateTwin | undefined, scenario: Scenario) {
    const { expiring, ids, unit } = scenario;
    // One id more than the steps use, for whom the level is emptied in the end.
    const universe = ids + 1;
    this.scenario = scenario;
    this.sizes = unit === 'bytes' ? new Float64Array(universe).fill(1) : null;
    this.nextAccess = new Int32Array(universe);
    this.expiresAt = expiring ? new Float64Array(universe) : null;
    const create = typeof policy === 'string' ? (context: Context) => buildEviction(policy, 'test', context) : policy;
    this.policies = [create(this.context())];
    if (createTwin) this.compareWith(createTwin);
  }

  /** From here on another policy is asked the same; nobody may be resident that it has not seen enter. */
  compareWith(createTwin: CreateTwin): void {
    const build = (spec: string, sizes: Float64Array | null) =>
      buildEviction(spec, 'test', { ...this.context(), sizes });
    this.policies.push(createTwin({ ...this.context(), build }));
  }

  private context(): Context {
    const draw = randomStream(1, 'policy');
    return {
      capacity: this.scenario.capacity,
      universe: this.nextAccess.length,
      sizes: this.sizes,
      random: () => {
        assert.ok(++this.draws <= MOST_DRAWS, 'random numbers are drawn without end');
        return draw();
      },
      nextAccess: this.nextAccess,
      expiresAt: this.expiresAt,
    };
  }

  /** @param at number of the step */
  perform({ operation, id, size, looksFirst, expiresAt }: Step, at: number): void {
    this.draws = 0;
    const resident = this.residents.has(id);
    if (operation === 'remove') {
      if (resident) this.remove(id);
      return;
    }
    if (operation === 'peek') {
      if (!resident && this.residents.size > 0 && this.offer(id, size, at)) this.victim(id);
      return;
    }
    if (this.expiresAt) this.expiresAt[id] = expiresAt;
    if (!resident) {
      if (this.offer(id, size, at)) this.admit(id, looksFirst);
      return;
    }
    this.nextAccess[id] = this.accessAfter(at, id);
    for (const policy of this.policies) policy.hit(id);
    this.shed(id, `hit(${id})`);
  }

  holds(id: number): boolean {
    return this.residents.has(id);
  }

  /** Evicts one after the other until nobody is left or the policy would rather refuse the newcomer. */
  drain(): void {
    const newcomer = this.scenario.ids;
    this.nextAccess[newcomer] = this.accessAfter(this.scenario.steps.length, newcomer);
    let refused = false;
    while (this.residents.size > 0 && !refused) refused = this.evict(newcomer) === newcomer;
  }

  /** Takes out whoever is resident, in no order that a policy keeps. */
  empty(): void {
    for (const id of [...this.residents].sort((a, b) => a - b)) this.remove(id);
  }

  /** @returns whether the newcomer could be held at all */
  private offer(id: number, size: number, at: number): boolean {
    if (this.sizes) this.sizes[id] = size;
    this.nextAccess[id] = this.accessAfter(at, id);
    return this.agree(policy => (policy.accepts?.(id) ?? true) && this.sizeOf(id) <= this.scenario.capacity);
  }

  private admit(id: number, looksFirst: boolean): void {
    while (this.used + this.sizeOf(id) > this.scenario.capacity) {
      const announced = looksFirst ? this.victim(id) : undefined;
      const victim = this.evict(id);
      if (announced !== undefined) assert.equal(victim, announced, 'evict does not keep to what victim said');
      if (victim === id) return;
    }
    for (const policy of this.policies) policy.insert(id);
    this.residents.add(id);
    this.removed.delete(id);
    this.used += this.sizeOf(id);
    this.shed(id, `insert(${id})`);
  }

  /** Lets those go who have to although nobody needs their room; the id of the call before is not among them. */
  private shed(id: number, call: string): void {
    for (;;) {
      const surplus = this.agree(policy => policy.surplus?.() ?? -1);
      if (surplus === -1) return;
      assert.notEqual(surplus, id, `surplus after ${call} returned that id`);
      this.expectResident(surplus, `surplus after ${call}`);
      this.depart(surplus);
    }
  }

  private victim(incoming: number): number {
    const victim = this.agree(policy => policy.victim(incoming));
    this.expectResident(victim, `victim(${incoming})`, incoming);
    return victim;
  }

  private evict(incoming: number): number {
    const victim = this.agree(policy => policy.evict(incoming));
    this.expectResident(victim, `evict(${incoming})`, incoming);
    if (victim !== incoming) this.depart(victim);
    return victim;
  }

  private remove(id: number): void {
    for (const policy of this.policies) policy.remove(id);
    this.depart(id);
    this.removed.add(id);
  }

  private depart(id: number): void {
    this.residents.delete(id);
    this.used -= this.sizeOf(id);
  }

  private expectResident(victim: number, call: string, incoming?: number): void {
    if (victim === incoming || this.residents.has(victim)) return;
    assert.fail(`${call} returned ${victim}, which ${this.removed.has(victim) ? 'was removed' : 'is not resident'}`);
  }

  private agree<Answer>(ask: (policy: EvictionPolicy) => Answer): Answer {
    const [answer, ...others] = this.policies.map(ask);
    for (const other of others) assert.equal(answer, other, 'the policy and its twin disagree');
    return answer!;
  }

  private sizeOf(id: number): number {
    return this.sizes ? this.sizes[id]! : 1;
  }

  /** Beyond the last step every id is asked for once more, in turn, so that no two next accesses are equal. */
  private accessAfter(at: number, id: number): number {
    const { steps } = this.scenario;
    const next = steps.findIndex((step, i) => i > at && step.id === id && step.operation === 'request');
    return next < 0 ? steps.length + id : next;
  }
}
