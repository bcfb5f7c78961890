/** Whether everything is to be tried, however long it takes: `npm run test:full` (vitest.full.config.ts). */
export const THOROUGH = process.env.TIERLAB_FULL === '1';

/** How many times as many cases as usual property tests draw. */
const FACTOR = THOROUGH ? 10 : 1;

/** How many cases a property test draws. @param usual in `npm test` */
export function casesOf(usual: number): number {
  return usual * FACTOR;
}

/** Milliseconds that a property test may take. @param usual in `npm test` */
export function patienceOf(usual: number): number {
  return usual * FACTOR;
}
