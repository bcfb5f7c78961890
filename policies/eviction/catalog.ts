import { arc } from './adaptive/arc.ts';
import { cacheus } from './adaptive/cacheus.ts';
import { guarded } from './adaptive/guarded.ts';
import { lecar } from './adaptive/lecar.ts';
import { opt } from './clairvoyant/opt.ts';
import type { EvictionDescription } from './contract.ts';
import { qdlp } from './queue/qdlp.ts';
import { s3Fifo } from './queue/s3-fifo.ts';
import { s3Lru } from './queue/s3-lru.ts';
import { sieve } from './queue/sieve.ts';
import { clock } from './recency/clock.ts';
import { fifo } from './recency/fifo.ts';
import { lfu } from './recency/lfu.ts';
import { lru } from './recency/lru.ts';
import { mru } from './recency/mru.ts';
import { random } from './recency/random.ts';
import { lirs } from './reuse-distance/lirs.ts';
import { slru } from './segmented/slru.ts';
import { twoQueue } from './segmented/two-queue.ts';
import { wTinyLfu } from './sketch/w-tinylfu.ts';

/** Every eviction policy, under what it goes by; each group is a folder here. */
export const evictionGroups: Readonly<Record<string, readonly EvictionDescription[]>> = {
  'recency and frequency': [fifo, lru, mru, clock, random, lfu],
  segmented: [slru, twoQueue],
  queue: [sieve, s3Fifo, s3Lru, qdlp],
  adaptive: [arc, lecar, cacheus, guarded],
  'reuse distance': [lirs],
  sketch: [wTinyLfu],
  clairvoyant: [opt],
};
