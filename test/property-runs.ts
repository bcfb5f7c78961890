/** How many times as many cases as usual tests draw: 1, or more in `npm run test:full` (vitest.full.config.ts). */
const FACTOR = Number(process.env.PROPERTY_FACTOR ?? 1);

/** Whether everything is to be tried, however long it takes. */
export const THOROUGH = FACTOR > 1;

/** How many cases a property test draws. @param usual in `npm test` */
export function casesOf(usual: number): number {
  return usual * FACTOR;
}

/** Milliseconds that a property test may take. @param usual in `npm test` */
export function patienceOf(usual: number): number {
  return usual * FACTOR;
}
