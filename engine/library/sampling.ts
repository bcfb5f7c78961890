/** FNV-1a (Fowler, Noll, Vo), stirred at the end as in MurmurHash3, because its upper bits alone are poor for short keys. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * Draws keys, not requests: a key is in with all its requests or out with all of them, so that a cache scaled down by the rate
 * sees the same reuse (SHARDS; Waldspurger et al., FAST 2015).
 * @param rate above 0, at most 1
 */
export function isSampled(key: string, rate: number): boolean {
  return rate === 1 || hashOf(key) < rate * 2 ** 32;
}
