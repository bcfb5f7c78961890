import { admissionPolicies, demotionPolicies, placementPolicies, promotionPolicies } from '../../policies/catalog.ts';
import { FrequencySketch } from '../../policies/structures/frequency-sketch.ts';
import { resolveSpec } from '../../spec/spec.ts';
import { buildEviction, resolveEviction } from '../build-policy.ts';
import type { Configuration, LevelConfiguration } from '../configuration/types.ts';
import { randomStream } from '../random.ts';
import { DeadlineHeap, DeadlineQueue } from './deadlines.ts';
import { Expiry } from './expiry.ts';
import { Hierarchy } from './hierarchy.ts';
import { type Level, newLevel } from './level.ts';
import { orderOf } from './residency.ts';
import { newStamps, type Stamps } from './stamps.ts';

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
  const { universe, ttls, seed } = demand;
  const { levels, partitionLevels, levelTtl } = configuration;
  const sized = configuration.unit === 'bytes';
  const exclusive = configuration.inclusion === 'exclusive';
  const supersede = configuration.coherence === 'supersede';
  const restamp = configuration.lifetime === 'restamp';
  const all = [...partitionLevels, ...levels];
  const timed = ttls || all.some(level => level.ttlSeconds !== null);
  const lifetime = Math.max(...levels.map(ttlOf));
  const order = orderOf(configuration.residency);

  const specs = order === null ? all.map(level => level.policy) : [order, ...all.map(level => level.policy)];
  const clairvoyant = specs.some(spec => resolveEviction(spec, sized, '--policy').entry.capabilities.clairvoyant);
  const nextAccess = clairvoyant ? new Int32Array(universe) : null;
  const totalCapacity = levels.reduce((sum, level) => sum + level.capacity, 0);
  const sketches = new Map<number, FrequencySketch>();
  const frequency = (window: number): FrequencySketch => {
    let sketch = sketches.get(window);
    if (!sketch) {
      sketch = new FrequencySketch(sized ? universe : Math.min(universe, totalCapacity), window);
      sketches.set(window, sketch);
    }
    return sketch;
  };
  const eviction = (spec: string, place: string, name: string, capacity: number, sizes: Float64Array | null) =>
    buildEviction(spec, place, { capacity, universe, sizes, random: randomStream(seed, `policy/${name}`), nextAccess });

  const columns = (): { stamps: Stamps | null; sizes: Float64Array | null } => ({
    stamps: timed || !supersede ? newStamps(universe, { lifetime: ttls, restamp, version: !supersede }) : null,
    sizes: sized ? new Float64Array(universe) : null,
  });
  // An id that lies in at most one level needs its columns once.
  const shared = columns();
  const sharesExpiry = exclusive && !restamp && levelTtl === 'cool';
  const keepsDead = timed && configuration.expiry === 'expired-first';
  const common =
    keepsDead && sharesExpiry ? new Expiry(lifetimes(shared.stamps!, lifetime, ttls), universe, all.length) : null;

  const build = (level: LevelConfiguration, store: number): Level => {
    const depth = store - partitionLevels.length;
    const inLadder = depth >= 0;
    const { stamps, sizes } = inLadder && exclusive ? shared : columns();
    const ttl = ttlOf(level);
    const removes = ttl < Number.POSITIVE_INFINITY && (!inLadder || levelTtl === 'remove');
    const cools =
      inLadder && !removes && depth < levels.length - 1 && (ttls ? ttl < Number.POSITIVE_INFINITY : ttl < lifetime);
    const place = inLadder ? `--levels ${level.name}` : `--partitions ${level.name}`;
    const admission = resolveSpec(level.admission, admissionPolicies, 'admission policy', '--admission');
    const life = inLadder ? lifetime : ttl;
    return newLevel({
      name: level.name,
      store,
      depth: inLadder ? depth : -1,
      capacity: level.capacity,
      ttl,
      removes,
      policy: eviction(level.policy, place, level.name, level.capacity, sizes),
      admission:
        admission.entry.name === 'always'
          ? null
          : admission.entry.create({ frequency }, admission.values),
      stamps,
      sizes,
      cooling: cools ? new DeadlineQueue(stamps!.enteredAt, ttl) : null,
      expiry: !keepsDead
        ? null
        : inLadder && common
          ? common
          : new Expiry(ends(stamps!, { removes, ttl, life, ttls, restamp, inLadder }), universe, all.length),
    });
  };
  const built = all.map(build);

  const placement = resolveSpec(configuration.placement, placementPolicies, 'placement policy', '--placement');
  const promotion = resolveSpec(configuration.promotion, promotionPolicies, 'promotion policy', '--promotion');
  const demotion = resolveSpec(configuration.demotion, demotionPolicies, 'demotion policy', '--demotion');
  const context = { universe, levels: levels.length, frequency };
  const parts = {
    universe,
    levels: built.slice(partitionLevels.length),
    partitions: built.slice(0, partitionLevels.length),
    partitionsAnswer: configuration.partitions === 'quota',
    order: order === null ? null : eviction(order, '--residency', 'order', totalCapacity, shared.sizes),
    inclusion: configuration.inclusion,
    placement: placement.entry.create(context, placement.values),
    promotion: promotion.entry.create(context, promotion.values),
    promoteTo: (promotion.values.to ?? 'next') as 'next' | 'top' | 'all',
    promoteBy: (promotion.values.by ?? 'move') as 'copy' | 'move',
    demotion: demotion.entry.create(context, demotion.values),
    supersede,
    restamp,
    sharesExpiry,
    lifetime,
  };
  return { hierarchy: new Hierarchy({ ...parts, sketches: [...sketches.values()] }), nextAccess };
}

function ttlOf(level: LevelConfiguration): number {
  return level.ttlSeconds ?? Number.POSITIVE_INFINITY;
}

/** Lifetimes alone, which moves do not change. */
function lifetimes(stamps: Stamps, lifetime: number, ttls: boolean): DeadlineHeap | DeadlineQueue {
  if (!ttls) return new DeadlineQueue(stamps.storedAt, lifetime);
  return new DeadlineHeap(stamps.storedAt.length, id => stamps.storedAt[id]! + stamps.lifetime![id]!);
}

interface Ends {
  readonly removes: boolean;
  readonly ttl: number;
  readonly life: number;
  readonly ttls: boolean;
  readonly restamp: boolean;
  readonly inLadder: boolean;
}

/** When entries of one store end: by their lifetime, or because the store allows no longer. */
function ends(stamps: Stamps, { removes, ttl, life, ttls, restamp, inLadder }: Ends): DeadlineHeap | DeadlineQueue {
  // Where all clocks start on entry, the order of entry is the order of the deadlines.
  if (!ttls && (restamp || !inLadder)) return new DeadlineQueue(stamps.storedAt, removes ? Math.min(ttl, life) : life);
  return new DeadlineHeap(stamps.storedAt.length, id => {
    const end = stamps.storedAt[id]! + (stamps.lifetime ? stamps.lifetime[id]! : life);
    return removes ? Math.min(end, stamps.enteredAt[id]! + ttl) : end;
  });
}
