import type { EvictionDescription } from './eviction/contract.ts';
import { fifo } from './eviction/fifo.ts';
import { lru } from './eviction/lru.ts';

export const evictionPolicies: readonly EvictionDescription[] = [fifo, lru];
