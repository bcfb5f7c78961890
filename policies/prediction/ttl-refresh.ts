import { definePrediction, HOW } from './contract.ts';

/** Asks for data again before its lifetime ends, while it is still in use. */
export const ttlRefresh = definePrediction({
  name: 'ttl-refresh',
  aliases: ['refresh-ahead'],
  summary: 'Fetches an entry again when it is hit late in its lifetime, so that it does not expire in use',
  about:
    'An entry that is hit when most of its lifetime is over is fetched in the background, and goes on with a new lifetime. With mode early each hit ' +
    'draws instead, the likelier to refresh the nearer the end: many servers with the same data then do not ask at the same moment. It pays for ' +
    'keys that are asked for several times in a lifetime; of those asked for less often it sees no late hit, and of those about to fall out of use ' +
    'it fetches one version in vain.',
  paper: {
    authors: 'A. Vattani, F. Chierichetti, K. Lowenstein',
    title: 'Optimal probabilistic cache stampede prevention',
    venue: 'PVLDB',
    year: 2015,
  },
  parameters: {
    mode: {
      type: 'choice',
      choices: ['factor', 'early'],
      default: 'factor',
      summary: 'a fixed share, or a draw at each hit',
    },
    factor: {
      type: 'number',
      default: 0.8,
      min: 0,
      max: 1,
      summary: 'with mode factor, share of the lifetime after which a hit refreshes',
    },
    beta: { type: 'number', default: 1, min: 0, max: 1_000, summary: 'with mode early, above 1 refreshes earlier' },
    ...HOW,
    throttle: { ...HOW.throttle, default: false },
  },
  capabilities: { expiring: true, randomised: true },
  create({ random, refresh, expiresAt, storedAt, fetchSeconds }, { mode, factor, beta }) {
    const isDue =
      mode === 'early'
        ? // 1 − random() is never 0.
          (_id: number, now: number, end: number) => now - fetchSeconds * beta * Math.log(1 - random()) >= end
        : (id: number, now: number, end: number) => {
            const start = storedAt(id);
            return now - start >= factor * (end - start);
          };
    return {
      request(id, now, _client, hit) {
        if (!hit) return;
        const end = expiresAt(id);
        if (end < Number.POSITIVE_INFINITY && isDue(id, now, end)) refresh(id, 1);
      },
    };
  },
});
