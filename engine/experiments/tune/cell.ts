import type { Requests } from '../../../workloads/requests.ts';
import type { Configuration } from '../../configuration/types.ts';
import { chooseKeys } from '../../curves/key-sample.ts';
import { thin } from '../../curves/thinned.ts';
import { type Replay, replay } from '../../replay/replay.ts';
import { observeBlocks } from '../comparison/observation.ts';
import { histogramOf, totalsOf } from '../measurements.ts';
import { balanced } from '../sim.ts';
import type { Look } from './looks.ts';
import type { Measures } from './measures.ts';
import { prefixOf } from './prefix.ts';

/** Requests that the search did not see: of another seed, or the later part of a recording, with the cache warmed by the part before. */
export type Unseen =
  | { readonly kind: 'seed'; readonly seed: number }
  | { readonly kind: 'later'; readonly warmup: number };

/** A configuration, and what it is replayed on. */
export interface Cell {
  readonly configuration: Configuration;
  readonly on: Look | Unseen;
}

/** What cells are replayed on. */
export interface CellRequests {
  /** All requests of the workload at hand. */
  readonly requests: Requests;
  /** Records of them that the search may see. */
  readonly seen: number;
  readonly seed: number;
}

/** @returns one set of measures; for the later part of a recording, one for each block @throws Error when the books do not balance */
export function measureCell({ requests, seen, seed }: CellRequests, { configuration, on }: Cell): Measures[] {
  const known = () => beginningOf(requests, seen);
  switch (on.kind) {
    case 'later':
      return blocksOf(requests, configuration, seed, on.warmup);
    case 'seed':
      return [measuresOf(checked(requests, configuration, on.seed, 0), requests)];
    case 'whole':
      return [measuresOf(checked(known(), configuration, seed, 0), known())];
    case 'prefix': {
      const part = beginningOf(known(), Math.floor(on.share * known().operations));
      return [measuresOf(replay(part, configuration, { seed, warmup: 0 }), part)];
    }
    case 'sample': {
      const part = sampleOf(known(), on.share, seed);
      return [measuresOf(replay(part, scaledDown(configuration, known(), part), { seed, warmup: 0 }), part)];
    }
  }
}

/** Of the requests after the warm-up, in blocks of equal length but for the last. */
function blocksOf(requests: Requests, configuration: Configuration, seed: number, warmup: number): Measures[] {
  const { observation } = observeBlocks(requests, configuration, { seed, warmup });
  const { hitRatio, latencyMeanMs, latencyP99Ms, originFetches } = observation;
  const counted = requests.gets - warmup;
  const blocks = hitRatio!.length;
  const length = Math.ceil(counted / blocks);
  return hitRatio!.map((hits, b) => ({
    requests: Math.min(length, counted - b * length),
    hitRatio: hits,
    latencyMeanMs: latencyMeanMs![b]!,
    latencyP99Ms: latencyP99Ms![b]!,
    // What all would come to if all went on as in this block.
    fetchesPerRequest: originFetches![b]! / counted,
  }));
}

function checked(requests: Requests, configuration: Configuration, seed: number, warmup: number): Replay {
  const run = replay(requests, configuration, { seed, warmup });
  balanced(run, requests);
  return run;
}

function measuresOf(run: Replay, requests: Requests): Measures {
  const { mean, p99 } = histogramOf(run);
  const { hitRatio, originFetches } = totalsOf(run, requests);
  const fetchesPerRequest = originFetches / Math.max(1, run.requests);
  return { requests: run.requests, hitRatio, latencyMeanMs: mean, latencyP99Ms: p99, fetchesPerRequest };
}

const parts = new WeakMap<Requests, Map<string, Requests>>();

/** A part of the requests, made once for all configurations. */
function partOf(requests: Requests, name: string, make: () => Requests): Requests {
  const known = parts.get(requests) ?? new Map<string, Requests>();
  parts.set(requests, known);
  const part = known.get(name) ?? make();
  known.set(name, part);
  return part;
}

function beginningOf(requests: Requests, records: number): Requests {
  return partOf(requests, `first ${records}`, () => prefixOf(requests, records));
}

function sampleOf(requests: Requests, share: number, seed: number): Requests {
  const keys = Math.round(share * requests.universe);
  return partOf(requests, `sample ${keys}`, () => thin(requests, chooseKeys(requests.universe, keys, seed)));
}

/** The cache that is to the sample what the configuration is to all: as much smaller, and as long between two requests. */
function scaledDown(configuration: Configuration, whole: Requests, part: Requests): Configuration {
  const share = configuration.unit === 'bytes' ? part.bytes! / whole.bytes! : part.universe / whole.universe;
  const scaled = (places: Configuration['levels']) =>
    places.map(place => ({ ...place, capacity: Math.max(1, Math.round(share * place.capacity)) }));
  const levels = scaled(configuration.levels);
  const partitionLevels = scaled(configuration.partitionLevels);
  return { ...configuration, levels, partitionLevels, rate: (configuration.rate * part.operations) / whole.operations };
}
