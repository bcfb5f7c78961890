import { EXPIRIES, INFLIGHTS, LEVEL_TTLS, LIFETIMES } from '../../engine/configuration/types.ts';
import { latencyModels } from '../../engine/latency.ts';
import { choice, type OptionDescriptions } from './description.ts';

/** How long entries live, and how long fetches take. */
export const timeOptions = {
  levelTtl: choice(
    LEVEL_TTLS,
    'Time',
    "what the end of a level's TTL does: remove the entry, or move it one level down",
  ),
  lifetime: choice(LIFETIMES, 'Time', 'whether an entry keeps its expiry when it moves'),
  expiry: choice(EXPIRIES, 'Time', 'expired entries go when looked up, or before any other victim'),
  tti: {
    kind: 'text',
    value: 'SECONDS',
    group: 'Time',
    default: '-',
    summary: 'time to idle: an entry that is neither hit nor written for longer is expired, TTL or not; - for none',
  },
  staleWhileRevalidate: {
    kind: 'text',
    value: 'SECONDS',
    group: 'Time',
    default: '-',
    summary:
      'time after the end of its lifetime during which an entry is still answered, at once, while it is fetched again; - for none',
  },
  sweep: {
    kind: 'text',
    value: 'SECONDS',
    group: 'Time',
    summary: 'time between active sweeps of expired entries; - for none',
  },
  latency: {
    kind: 'text',
    value: 'LIST',
    group: 'Time',
    summary: `latency models by level (${latencyModels.map(each => each.name).join(', ')}): L1=fixed:ms=0.01,origin=lognormal:median=20`,
  },
  inflight: choice(
    INFLIGHTS,
    'Time',
    'a miss whose data is on its way waits for it, or fetches again; off: fetches take no time',
  ),
  originConcurrency: {
    kind: 'text',
    value: 'N',
    group: 'Time',
    summary: 'fetches that the origin works on at a time, further ones wait; - for any number',
  },
  rate: {
    kind: 'text',
    value: 'N',
    group: 'Time',
    default: '1000',
    summary: 'requests per second, where the workload has no times',
  },
} as const satisfies OptionDescriptions;
