import { arc } from './adaptive/arc.ts';
import { car } from './adaptive/car.ts';
import { cart } from './adaptive/cart.ts';
import { guarded } from './adaptive/guarded.ts';
import { opt } from './clairvoyant/opt.ts';
import type { EvictionDescription } from './contract.ts';
import { s3Fifo } from './queue/s3-fifo.ts';
import { sieve } from './queue/sieve.ts';
import { clock } from './recency/clock.ts';
import { fifo } from './recency/fifo.ts';
import { lfu } from './recency/lfu.ts';
import { lru } from './recency/lru.ts';
import { mru } from './recency/mru.ts';
import { random } from './recency/random.ts';
import { clockPro } from './reuse-distance/clock-pro.ts';
import { clockProPlus } from './reuse-distance/clock-pro-plus.ts';
import { clockProSimple } from './reuse-distance/clock-pro-simple.ts';
import { dclock } from './reuse-distance/dclock.ts';
import { frd } from './reuse-distance/frd.ts';
import { lirs } from './reuse-distance/lirs.ts';
import { lirs2 } from './reuse-distance/lirs2.ts';
import { slru } from './segmented/slru.ts';
import { twoQueue } from './segmented/two-queue.ts';

/** Every eviction policy, under what it goes by; each group is a folder here. */
export const evictionGroups: Readonly<Record<string, readonly EvictionDescription[]>> = {
  'recency and frequency': [fifo, lru, mru, clock, random, lfu],
  segmented: [slru, twoQueue],
  queue: [sieve, s3Fifo],
  adaptive: [arc, car, cart, guarded],
  'reuse distance': [lirs, lirs2, clockPro, clockProPlus, clockProSimple, frd, dclock],
  clairvoyant: [opt],
};
