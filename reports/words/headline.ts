import type { SimDocument } from '../../engine/documents/sim.ts';
import { capacityWithUnit, count, percent, plural, points } from './numbers.ts';

/** The result in one sentence: how much the cache answers, and whether a flat LRU of the same size does as well. */
export function simHeadline({ totals, baseline }: SimDocument): string {
  const { hitRatio, requests, hits } = totals;
  if (hits === 0) return 'The cache answers none of the requests: every one goes to the origin';
  const answered =
    hits === requests
      ? 'The cache answers every request'
      : `${percent(hitRatio, requests)} of requests are answered from cache`;
  const difference = points(hitRatio - baseline.hitRatio, requests);
  if (difference.startsWith('±')) return `${answered}, as many as by a flat LRU of the same capacity`;
  const more = hitRatio > baseline.hitRatio ? 'more' : 'less';
  return `${answered}, ${difference.slice(1)} ${more} than by a flat LRU of the same capacity`;
}

/** What was simulated, in one sentence. */
export function simSubject(document: SimDocument): string {
  const { configuration, totals, workload, warmup } = document;
  const { levels, unit, preset } = configuration;
  const sizes = levels.map(level => `${level.name}\u00a0${capacityWithUnit(level.capacity, unit)}`);
  const through = levels.length === 1 ? `one level (${sizes[0]})` : `${levels.length} levels (${sizes.join(', ')})`;
  const cold = warmup > 0 ? `, after ${plural(warmup, 'request')} of warm-up` : '';
  return `${plural(totals.requests, 'request')} for ${plural(workload.keys, 'key')} through ${through}, preset ${preset}${cold}, ${seedsOf(document)}.`;
}

/** `seed 1`, `seeds 1 to 10`: the replications behind a document. */
export function seedsOf({ seed, replications }: Pick<SimDocument, 'seed' | 'replications'>): string {
  if (!replications || replications.length < 2) return `seed ${seed}`;
  const seeds = replications.map(each => each.seed);
  return `seeds ${Math.min(...seeds)} to ${Math.max(...seeds)}`;
}

/** A name for people: the workload's title, else its spec. */
export function titleOf({ timing, workload }: Pick<SimDocument, 'timing' | 'workload'>): string {
  return timing.title ?? workload.spec;
}

/** `of 100,000 requests, seed 1`: the part of a caption that says what stands behind a picture. */
export function behind(document: Pick<SimDocument, 'totals' | 'seed' | 'replications'>): string {
  const { replications, seed } = document;
  const several = replications && replications.length > 1 ? ` (the first of ${count(replications.length)} seeds)` : '';
  return `${plural(document.totals.requests, 'request')}, seed ${seed}${several}`;
}
