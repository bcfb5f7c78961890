import { draftOf, optionsOf } from '../../../engine/configuration/draft.ts';
import { factsOf } from '../../../engine/configuration/resolve.ts';
import type { Configuration } from '../../../engine/configuration/types.ts';
import type { WorkloadDefaults } from '../../../workloads/contract.ts';
import { firstGets } from '../../../workloads/excerpt/first-gets.ts';
import { packRequests } from '../../../workloads/excerpt/packed-requests.ts';
import type { Requests } from '../../../workloads/requests.ts';
import { deflate } from '../../page/carried.ts';
import type { CarriedRequests, ReplayedSettings, WhatIfData } from '../what-if-data.ts';
import type { Foreign } from './engine-text.ts';

/** A run, as whoever made it knows it. */
export interface ReplayedRun {
  /** Null where they are made again from the spec. */
  readonly requests: Requests | null;
  /** How many of them are gets. */
  readonly gets: number;
  readonly configuration: Configuration;
  readonly defaults: WorkloadDefaults | undefined;
  /** Spec of a synthetic workload; null for recorded requests. */
  readonly spec: string | null;
  readonly seed: number;
  readonly warmup: number;
  /** The settings that say what is replayed. */
  readonly replayed: ReplayedSettings;
  readonly foreign: Foreign;
  /** By the names that stand for them in specs, paths of files with samples. */
  readonly paths: Readonly<Record<string, string>>;
}

/** Gets that an excerpt has at most: as many as are replayed while a slider moves. */
const MOST_GETS = 200_000;
/** Gets that a page makes again to replay the first of them: a matter of a second. */
export const MOST_MADE = 2_000_000;
/** Gets that an excerpt has at least, whatever room they take. */
const FEWEST_GETS = 10_000;

/**
 * What a page carries of a run: the spec of a synthetic workload that is soon made again, and of any other the beginning, as much
 * of it as there is room for.
 * @param room characters
 */
export function carry(run: ReplayedRun, room: number): WhatIfData {
  const { gets, configuration, spec, seed, warmup, replayed, paths } = run;
  const first = Math.min(MOST_GETS, gets);
  const made = spec !== null && gets <= MOST_MADE;
  const carried: CarriedRequests = made ? { kind: 'synthetic', spec, gets, first } : excerptOf(run, room);
  const replayedGets = carried.kind === 'synthetic' ? first : carried.packed.gets;
  return {
    requests: carried,
    gets,
    seed,
    // An excerpt has the same share of warm-up as the run.
    warmup: Math.floor((warmup * replayedGets) / gets),
    options: optionsOf(draftOf(configuration)),
    replayed,
    paths,
  };
}

function excerptOf({ requests, defaults }: ReplayedRun, room: number): CarriedRequests {
  if (!requests) throw new Error('no requests to take the beginning of');
  const facts = { ...factsOf(requests), ...(defaults && { defaults }) };
  for (let gets = Math.min(MOST_GETS, requests.gets); ; ) {
    const { bytesPacked, ...packed } = packRequests(firstGets(requests, gets));
    const text = deflate(bytesPacked);
    if (text.length <= room || gets <= FEWEST_GETS) return { kind: 'excerpt', packed, text, facts };
    gets = Math.max(FEWEST_GETS, Math.floor((0.95 * gets * room) / text.length));
  }
}
