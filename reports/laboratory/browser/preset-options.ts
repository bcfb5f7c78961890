import { type Draft, optionsOf } from '../../../engine/configuration/draft.ts';
import type { Options } from '../../../engine/configuration/types.ts';

/**
 * Another design for as much room: the options of a preset with the capacities of a draft, and with what a draft says of the
 * world around a cache: latencies, the origin, the client.
 */
export function presetOptions(preset: string, draft: Draft): Options {
  const { fill, rate, originConcurrency } = draft.axes;
  const world = { fill, rate, originConcurrency, latency: optionsOf(draft).latency };
  const given = Object.entries(world).filter(([, value]) => value !== undefined);
  return {
    preset,
    levels: draft.levels.map(({ name, capacity }) => `${name}=${capacity}`).join(),
    ...Object.fromEntries(given),
  };
}
