import type { AdmissionPolicy } from '../../policies/admission/contract.ts';
import { demotionPolicies, placementPolicies, promotionPolicies } from '../../policies/catalog.ts';
import type { EvictionPolicy } from '../../policies/eviction/contract.ts';
import { Links } from '../../policies/structures/links.ts';
import { resolveSpec } from '../../spec/spec.ts';
import { buildAdmission, RequestCounters, resolveAdmission } from '../build-admission.ts';
import { buildEviction, resolveEviction } from '../build-policy.ts';
import type { Configuration, LevelConfiguration } from '../configuration/types.ts';
import { randomStream } from '../random.ts';
import { answerTimes } from './answer-times.ts';
import { Clock } from './clock.ts';
import { DeadlineRing } from './deadlines.ts';
import { Expiry } from './expiry.ts';
import { Hierarchy } from './hierarchy.ts';
import { Idle } from './idle.ts';
import { Level } from './level.ts';
import { lifetimeEnds } from './lifetime-ends.ts';
import { MovingLifetimes } from './moving-lifetimes.ts';
import type { HierarchyParts } from './parts.ts';
import { orderOf } from './residency.ts';
import { ENTERED, Stamps } from './stamps.ts';
import { watched } from './watched-policy.ts';

/** More lists than the policies of eight levels keep over shared links. */
const LISTS = 32;

/** What a hierarchy must know of the requests that it will see. */
export interface Demand {
  readonly universe: number;
  /** Whether some records name a lifetime of their own. */
  readonly ttls: boolean;
  readonly seed: number;
}

export interface BuiltHierarchy {
  readonly hierarchy: Hierarchy;
  /** By id, the number of the record that asks for it next: written by the driver before each request; null if nobody reads it. */
  readonly nextAccess: Int32Array | null;
}

/** Builds the cache that a configuration describes. @throws InputError */
export function buildHierarchy(configuration: Configuration, demand: Demand): BuiltHierarchy {
  const { levels, partitionLevels } = configuration;
  const { universe, seed } = demand;
  const sized = configuration.unit === 'bytes';
  const totalCapacity = levels.reduce((sum, level) => sum + level.capacity, 0);
  const order = orderOf(configuration.residency);
  const specs = [...levels, ...partitionLevels].map(level => level.policy).concat(order ?? []);
  const capable = specs.map(spec => resolveEviction(spec, sized, '--policy').entry.capabilities);
  const clairvoyant =
    capable.some(each => each.clairvoyant) ||
    levels.some(level => resolveAdmission(level.admission, sized, '--admission').entry.capabilities.clairvoyant);
  const expiring = capable.some(each => each.expiring);
  const nextAccess = clairvoyant ? new Int32Array(universe) : null;
  const entries = sized ? universe : Math.min(universe, totalCapacity);
  const counters = new RequestCounters(universe, entries);
  // Where one order says who leaves the cache, levels with the same admission policy share one: it guards the whole cache.
  const guards = new Map<string, AdmissionPolicy | null>();
  const tools: Tools = {
    ordered: order !== null,
    admission(spec, name, capacity, sizes) {
      const place = order === null ? name : 'order';
      const build = () =>
        buildAdmission(spec, '--admission', {
          capacity: order === null ? capacity : totalCapacity,
          universe,
          sizes,
          random: randomStream(seed, `admission/${place}`),
          nextAccess,
          frequency: (window, counts) => counters.frequency(window, counts),
        });
      if (order === null) return build();
      if (!guards.has(spec)) guards.set(spec, build());
      return guards.get(spec)!;
    },
    eviction: (spec, place, name, capacity, { sizes, stamps, residentLinks }) =>
      buildEviction(spec, place, {
        capacity,
        universe,
        sizes,
        random: randomStream(seed, `policy/${name}`),
        nextAccess,
        expiresAt: stamps?.expiresAt ?? null,
        ...(residentLinks && { residentLinks }),
      }),
  };
  const clock = new Clock();
  const where = new Uint16Array(universe);
  const idle = configuration.idleSeconds === null ? null : new Idle(configuration.idleSeconds, clock, where);
  const stores = buildStores(configuration, demand, { where, clock, expiring, idle }, tools);
  const placement = resolveSpec(configuration.placement, placementPolicies, 'placement policy', '--placement');
  const promotion = resolveSpec(configuration.promotion, promotionPolicies, 'promotion policy', '--promotion');
  const demotion = resolveSpec(configuration.demotion, demotionPolicies, 'demotion policy', '--demotion');
  const frequency = (window: number) => counters.frequency(window, 'exact');
  const lifetime = longestTtl(levels);
  const restamp = configuration.lifetime === 'restamp';
  const lifetimes = new MovingLifetimes({ levels: stores.levels, lifetime, restamp, clock });
  const policies = {
    order:
      order === null
        ? null
        : watched(tools.eviction(order, '--residency', 'order', totalCapacity, stores.levels[0]!), [
            ...guards.values(),
          ]),
    placement: placement.entry.create({ levels: levels.length }, placement.values),
    promotion: promotion.entry.create(
      {
        universe,
        capacities: levels.map(level => level.capacity),
        frequency,
        lastRequests: () => counters.lastRequests(),
        random: randomStream(seed, 'promotion'),
        answerMs: () => answerTimes(levels, seed),
        sizeIn: (id, level) => stores.levels[level]!.sizes?.[id] ?? 1,
      },
      promotion.values,
    ),
    demotion: demotion.entry.create(
      { universe, entries, frequency, random: randomStream(seed, 'demotion'), lifetimes },
      demotion.values,
    ),
  };
  // Field by field, not spread: every hierarchy's parts must have the same shape for the compiler.
  const hierarchy = new Hierarchy({
    universe,
    clock,
    where,
    levels: stores.levels,
    partitions: stores.partitions,
    partitionsAnswer: configuration.partitions === 'quota',
    order: policies.order,
    inclusion: configuration.inclusion,
    placement: policies.placement,
    promotion: policies.promotion,
    // `never` has neither parameter, and nothing moves.
    promoteTo: (promotion.values.to ?? 'next') as HierarchyParts['promoteTo'],
    promoteBy: (promotion.values.by ?? 'move') as 'copy' | 'move',
    demotion: policies.demotion,
    supersede: configuration.coherence === 'supersede',
    restamp,
    sharesExpiry: stores.sharesExpiry,
    lifetime,
    grace: configuration.staleWhileRevalidateSeconds ?? 0,
    idle,
    frequencies: counters.all,
  });
  return { hierarchy, nextAccess };
}

/** What stores are built with. */
interface Tools {
  /** Whether one order says who leaves the cache. */
  readonly ordered: boolean;
  /** @param name of the level */
  admission(spec: string, name: string, capacity: number, sizes: Float64Array | null): AdmissionPolicy | null;
  eviction(spec: string, place: string, name: string, capacity: number, columns: Columns): EvictionPolicy;
}

/** What all stores have in common. */
interface InAllStores {
  /** The column of residencies. */
  readonly where: Uint16Array;
  readonly clock: Clock;
  /** Whether a policy reads when lifetimes end. */
  readonly expiring: boolean;
  readonly idle: Idle | null;
}

function buildStores(configuration: Configuration, { universe, ttls }: Demand, inAll: InAllStores, tools: Tools) {
  const { levels, partitionLevels } = configuration;
  const { where, clock, expiring, idle } = inAll;
  const exclusive = configuration.inclusion === 'exclusive';
  const restamp = configuration.lifetime === 'restamp';
  const version = configuration.coherence === 'none';
  const timed = ttls || idle !== null || [...levels, ...partitionLevels].some(level => level.ttlSeconds !== null);
  const keepsDead = timed && configuration.expiry === 'expired-first';
  const sharesExpiry = exclusive && !restamp && configuration.levelTtl === 'cool';
  const columns = (): Columns => ({
    stamps:
      timed || version
        ? new Stamps(universe, { lifetime: ttls, restamp, expiresAt: expiring, idle: idle !== null, version })
        : null,
    sizes: configuration.unit === 'bytes' ? new Float64Array(universe) : null,
  });
  const stores = partitionLevels.length + levels.length;
  const grace = configuration.staleWhileRevalidateSeconds ?? 0;
  const expiry = (stamps: Stamps, lifetime: number, stay: number, startsOnEntry: boolean, bits: number) =>
    new Expiry(
      lifetimeEnds({ stamps, clock, lifetime, stay, grace, startsOnEntry, idle, where, stores: bits }),
      universe,
      stores,
    );

  const partitions = partitionLevels.map((partition, store) => {
    const own = columns();
    const ttl = ttlOf(partition);
    const removes = ttl < Number.POSITIVE_INFINITY;
    const ends = keepsDead ? expiry(own.stamps!, ttl, ttl, true, 1 << store) : null;
    return buildStore(
      partition,
      { store, depth: -1, removes, outlasts: false, cooling: null, expiry: ends, absent: { count: 0 } },
      own,
      tools,
    );
  });

  // An id that lies in at most one level needs its columns, and its lifetime its place in line, once.
  const shared = { ...columns(), residentLinks: new Links(universe, LISTS) };
  const absent = { count: 0 };
  const lifetime = longestTtl(levels);
  const ladder = ((1 << levels.length) - 1) << partitionLevels.length;
  const common =
    keepsDead && sharesExpiry ? expiry(shared.stamps!, lifetime, Number.POSITIVE_INFINITY, true, ladder) : null;
  const built = levels.map((level, depth) => {
    const store = partitionLevels.length + depth;
    const own = exclusive ? shared : columns();
    const ttl = ttlOf(level);
    const finite = ttl < Number.POSITIVE_INFINITY;
    const removes = finite && configuration.levelTtl === 'remove';
    // A stay that outlasts every lifetime never ends.
    const cools = finite && !removes && depth < levels.length - 1 && (ttls || ttl < lifetime);
    const cooling = cools ? new DeadlineRing(own.stamps!.clocks, ENTERED, clock, ttl, where, 1 << store) : null;
    const stay = removes ? ttl : Number.POSITIVE_INFINITY;
    const ends = keepsDead ? (common ?? expiry(own.stamps!, lifetime, stay, restamp, 1 << store)) : null;
    const outlasts = cools && ends !== null && ttl >= lifetime;
    return buildStore(level, { store, depth, removes, outlasts, cooling, expiry: ends, absent }, own, tools);
  });
  return { levels: built, partitions, sharesExpiry };
}

interface Columns {
  readonly stamps: Stamps | null;
  readonly sizes: Float64Array | null;
  readonly residentLinks?: Links;
}

type Place = Pick<Level, 'store' | 'depth' | 'removes' | 'outlasts' | 'cooling' | 'expiry' | 'absent'>;

function buildStore(level: LevelConfiguration, place: Place, columns: Columns, tools: Tools): Level {
  const { name, capacity } = level;
  const option = `${place.depth < 0 ? '--partitions' : '--levels'} ${name}`;
  const admission = tools.admission(level.admission, name, capacity, columns.sizes);
  const policy = tools.eviction(level.policy, option, name, capacity, columns);
  return new Level({
    name,
    capacity,
    ttl: ttlOf(level),
    policy: tools.ordered ? policy : watched(policy, [admission]),
    admission,
    stamps: columns.stamps,
    sizes: columns.sizes,
    ...place,
  });
}

function ttlOf(level: LevelConfiguration): number {
  return level.ttlSeconds ?? Number.POSITIVE_INFINITY;
}

function longestTtl(levels: readonly LevelConfiguration[]): number {
  return Math.max(...levels.map(ttlOf));
}
