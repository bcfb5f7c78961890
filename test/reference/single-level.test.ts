import { describe, expect, it } from 'vitest';
import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import { readVector } from './read-vector.ts';
import { Recording } from './recording.ts';

interface Operation {
  readonly op: string;
  readonly t: number;
  readonly key: string;
  readonly value: unknown;
}

interface Vector {
  readonly cases: readonly {
    readonly note: string;
    readonly config: { readonly max_size: number; readonly ttl_seconds: number };
    readonly ops: readonly Operation[];
    readonly results: readonly { readonly order: readonly string[] }[];
  }[];
  readonly constructor_errors: readonly {
    readonly max_size: number;
    readonly ttl_seconds: number;
    readonly error: string | null;
  }[];
}

const vector = readVector<Vector>('11_lru_ttl_unit');

describe('one level of the preset reference', () => {
  it.each(vector.cases)('replays: $note', ({ config, ops, results }) => {
    const recording = newLevel(config.max_size, config.ttl_seconds);
    for (const [i, operation] of ops.entries()) {
      const { order, ...rest } = results[i] as { order: string[]; [name: string]: unknown };
      const result = perform(recording, operation);
      expect({ i, ...result }).toEqual({ i, ...rest });
      expect({ i, order: recording.order(recording.hierarchy.levels[0]!).map(([key]) => key) }).toEqual({ i, order });
    }
  });

  it.each(vector.constructor_errors)('accepts or refuses size $max_size and TTL $ttl_seconds', each => {
    const create = () => newLevel(each.max_size, each.ttl_seconds);
    if (each.error === null) expect(create).not.toThrow();
    else expect(create).toThrow(each.max_size <= 0 ? /capacity .* must be more than 0/ : /is not a duration/);
  });
});

function newLevel(capacity: number, ttl: number): Recording {
  const levels = `L1=${capacity}/${ttl}s/lru`;
  const options = { preset: 'reference', levels, partitions: 'none', placement: 'top' };
  return new Recording(resolveConfiguration(options, { keys: 1, bytes: null }), 500);
}

function perform(recording: Recording, { op, t, key, value }: Operation): object {
  const { hierarchy } = recording;
  const level = hierarchy.levels[0]!;
  const { residents } = hierarchy;
  switch (op) {
    case 'get':
      return found(recording.get(key, t));
    case 'set':
      recording.set(key, value, t);
      return {};
    case 'get_or_set': {
      const { hit, value: known } = found(recording.get(key, t));
      if (!hit) recording.set(key, value, t);
      return { value: hit ? known : value, computed: !hit };
    }
    case 'invalidate': {
      const removed = residents.holds(level, recording.id(key));
      hierarchy.advance(t);
      hierarchy.delete(recording.id(key));
      return { removed };
    }
    case 'clear':
      hierarchy.advance(t);
      for (const [each] of recording.order(level)) hierarchy.delete(recording.id(each));
      return {};
    case 'contains': {
      const id = recording.id(key);
      return { present: recording.contains(level, id, t) };
    }
    case 'len':
      return { len: level.residents };
    case 'cleanup': {
      const before = level.residents;
      hierarchy.advance(t);
      hierarchy.sweep();
      return { removed: before - level.residents };
    }
    case 'stats': {
      const { residents: size, capacity: max_size, ttl: ttl_seconds, hits, misses } = level;
      const hit_rate_percent = (hits / Math.max(1, hits + misses)) * 100;
      return { stats: { size, max_size, ttl_seconds, hits, misses, hit_rate_percent } };
    }
    default:
      throw new Error(`the vectors have no operation ${op}`);
  }
}

function found({ level, value }: { level: string | null; value?: unknown }): { hit: boolean; value: unknown } {
  return { hit: level !== null, value: value ?? null };
}
