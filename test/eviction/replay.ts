import { buildEviction } from '../../engine/build-policy.ts';
import { randomStream } from '../../engine/random.ts';
import { specialize } from '../../engine/specialize.ts';
import { type EvictionPolicy, NEVER } from '../../policies/eviction/contract.ts';
import type { Trace } from './traces.ts';

/** What a flat cache made of a trace. */
export interface Outcome {
  readonly misses: number;
  /** 32-bit FNV-1a over the outcomes (hit 1, miss 0), as eight hexadecimal digits. */
  readonly hitHash: string;
}

/** Replays a trace against one level that takes in every miss: look up; on a miss, evict until it fits; then insert. */
export function replay(
  trace: Trace,
  spec: string,
  level: { readonly unit: 'entries' | 'bytes'; readonly capacity: number; readonly seed?: number },
): Outcome {
  const { universe } = trace;
  const { capacity, unit, seed = 1 } = level;
  const sizes = unit === 'bytes' ? new Float64Array(universe) : null;
  const nextAccess = new Int32Array(universe);
  const random = randomStream(seed, 'policy');
  const policy = buildEviction(spec, 'test', { capacity, universe, sizes, random, nextAccess, expiresAt: null });
  const outcomes = new Uint8Array(trace.ids.length);
  loopFor(policy)(policy, trace, sizes, capacity, nextAccess, futureOf(trace), outcomes);
  return summarise(outcomes);
}

const loopFor = specialize(loop);

function loop(
  policy: EvictionPolicy,
  trace: Trace,
  sizes: Float64Array | null,
  capacity: number,
  nextAccess: Int32Array,
  future: Int32Array,
  outcomes: Uint8Array,
): void {
  const resident = new Uint8Array(trace.universe);
  let used = 0;
  requests: for (let i = 0; i < trace.ids.length; i++) {
    const id = trace.ids[i]!;
    nextAccess[id] = future[i]!;
    outcomes[i] = resident[id]!;
    if (resident[id] === 1) policy.hit(id);
    else {
      if (sizes) sizes[id] = trace.sizes![i]!;
      const size = sizes ? sizes[id]! : 1;
      if (policy.accepts?.(id) === false || size > capacity) continue;
      while (used + size > capacity) {
        const victim = policy.evict(id);
        if (victim === id) continue requests;
        resident[victim] = 0;
        used -= sizes ? sizes[victim]! : 1;
      }
      policy.insert(id);
      resident[id] = 1;
      used += size;
    }
    if (!policy.surplus) continue;
    for (let surplus = policy.surplus(); surplus >= 0; surplus = policy.surplus()) {
      resident[surplus] = 0;
      used -= sizes ? sizes[surplus]! : 1;
    }
  }
}

function summarise(outcomes: Uint8Array): Outcome {
  let misses = 0;
  let hash = 2166136261;
  for (const outcome of outcomes) {
    if (outcome === 0) misses++;
    hash = Math.imul(hash ^ outcome, 16777619);
  }
  return { misses, hitHash: (hash >>> 0).toString(16).padStart(8, '0') };
}

const futures = new WeakMap<Trace, Int32Array>();

/** By request, the number of the request that next asks for the same id, or `NEVER`. */
function futureOf(trace: Trace): Int32Array {
  let future = futures.get(trace);
  if (!future) {
    future = new Int32Array(trace.ids.length);
    const next = new Int32Array(trace.universe).fill(NEVER);
    for (let i = trace.ids.length - 1; i >= 0; i--) {
      const id = trace.ids[i]!;
      future[i] = next[id]!;
      next[id] = i;
    }
    futures.set(trace, future);
  }
  return future;
}
