import { arc } from './adaptive/arc.ts';
import { cacheus } from './adaptive/cacheus.ts';
import { car } from './adaptive/car.ts';
import { cart } from './adaptive/cart.ts';
import { guarded } from './adaptive/guarded.ts';
import { lecar } from './adaptive/lecar.ts';
import { opt } from './clairvoyant/opt.ts';
import { optSize } from './clairvoyant/opt-size.ts';
import type { EvictionDescription } from './contract.ts';
import { camp } from './greedy-dual/camp.ts';
import { gdWheel } from './greedy-dual/gd-wheel.ts';
import { gds } from './greedy-dual/gds.ts';
import { gdsf } from './greedy-dual/gdsf.ts';
import { qdlp } from './queue/qdlp.ts';
import { s3Fifo } from './queue/s3-fifo.ts';
import { s3Lru } from './queue/s3-lru.ts';
import { sieve } from './queue/sieve.ts';
import { clock } from './recency/clock.ts';
import { fifo } from './recency/fifo.ts';
import { lfu } from './recency/lfu.ts';
import { lfuDa } from './recency/lfu-da.ts';
import { lrfu } from './recency/lrfu.ts';
import { lru } from './recency/lru.ts';
import { lruK } from './recency/lru-k.ts';
import { mfu } from './recency/mfu.ts';
import { mru } from './recency/mru.ts';
import { random } from './recency/random.ts';
import { clockPro } from './reuse-distance/clock-pro.ts';
import { clockProPlus } from './reuse-distance/clock-pro-plus.ts';
import { clockProSimple } from './reuse-distance/clock-pro-simple.ts';
import { dclock } from './reuse-distance/dclock.ts';
import { frd } from './reuse-distance/frd.ts';
import { lirs } from './reuse-distance/lirs.ts';
import { lirs2 } from './reuse-distance/lirs2.ts';
import { ulc } from './reuse-distance/ulc.ts';
import { hyperbolic } from './sampled/hyperbolic.ts';
import { lhd } from './sampled/lhd.ts';
import { redisLfu } from './sampled/redis-lfu.ts';
import { redisLru } from './sampled/redis-lru.ts';
import { sampled } from './sampled/sampled.ts';
import { mq } from './segmented/mq.ts';
import { s4lru } from './segmented/s4lru.ts';
import { slru } from './segmented/slru.ts';
import { slruN } from './segmented/slru-n.ts';
import { tuq } from './segmented/tuq.ts';
import { twoQueue } from './segmented/two-queue.ts';
import { size } from './size/size.ts';
import { wTinyLfu } from './sketch/w-tinylfu.ts';
import { ttlFirst } from './ttl/ttl-first.ts';

/** Every eviction policy, under what it goes by; each group is a folder here. */
export const evictionGroups: Readonly<Record<string, readonly EvictionDescription[]>> = {
  'recency and frequency': [fifo, lru, mru, clock, random, lruK, lfu, mfu, lfuDa, lrfu],
  segmented: [slru, s4lru, slruN, twoQueue, tuq, mq],
  queue: [sieve, s3Fifo, s3Lru, qdlp],
  adaptive: [arc, guarded, car, cart, lecar, cacheus],
  'reuse distance': [lirs, lirs2, clockPro, clockProPlus, clockProSimple, frd, dclock, ulc],
  size: [size],
  ttl: [ttlFirst],
  clairvoyant: [opt, optSize],
  'greedy-dual': [gds, gdsf, camp, gdWheel],
  sampled: [sampled, hyperbolic, lhd, redisLru, redisLfu],
  sketch: [wTinyLfu],
};
