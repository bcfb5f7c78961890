import { definePrediction, HOW } from './contract.ts';

const NONE = -1;

/**
 * Stride prefetching with a reference prediction table, as Chen and Baer's: an entry per client (in a processor, per load instruction) holds
 * its last key and its stride, which is trusted once it has been confirmed
 * and survives a single jump.
 */
export const stride = definePrediction({
  name: 'stride',
  summary: 'Proposes where a client will be when it goes on in equal strides, for keys that are numbers',
  about:
    'Of each client the difference of its last two keys is kept; once that has come again often enough, what lies further along is proposed, and a single jump is forgiven. It pays ' +
    'where one walks through a table by rows, a file by blocks or backwards, without saying by how much. Walks that are interleaved and not told apart ' +
    'hide each other.',
  paper: {
    authors: 'T.-F. Chen, J.-L. Baer',
    title: 'Effective hardware-based data prefetching for high-performance processors',
    venue: 'IEEE Transactions on Computers',
    year: 1995,
  },
  parameters: {
    degree: { type: 'integer', default: 1, min: 1, max: 1_024, summary: 'keys that are proposed at a time' },
    distance: {
      type: 'integer',
      default: 4,
      min: 1,
      max: 1_024,
      summary: 'strides from the requested key to the first of them',
    },
    confirmations: {
      type: 'integer',
      default: 1,
      min: 1,
      max: 100,
      summary: 'how often a stride must have come again before it is trusted',
    },
    clients: { type: 'flag', default: true, summary: 'whether the strides of each client are followed by themselves' },
    memory: { type: 'integer', default: 1_024, min: 1, max: 1e6, summary: 'clients whose strides are followed' },
    ...HOW,
  },
  capabilities: { clients: true, numeric: true },
  create({ keys, propose }, { degree, distance, confirmations, clients, memory }) {
    const space = keys!;
    /** By client, as far as there is memory: its last id, its stride, and how often in a row that came again. */
    const last = new Int32Array(memory).fill(NONE);
    const strides = new Float64Array(memory);
    const confirmed = new Int32Array(memory);

    /** @returns how often in a row the stride has come again */
    function follow(who: number, step: number): number {
      const before = confirmed[who]!;
      if (step === strides[who]) confirmed[who] = before + 1;
      // One jump, such as from row to row, leaves a trusted stride as it is: it is trusted again when it comes next.
      else if (before >= confirmations) confirmed[who] = confirmations - 1;
      else {
        strides[who] = step;
        confirmed[who] = 0;
      }
      return step === strides[who] ? confirmed[who]! : 0;
    }

    return {
      request(id, _now, client) {
        const who = clients ? client % memory : 0;
        const from = last[who]!;
        last[who] = id;
        // Asked for again: it has not moved.
        if (from === NONE || from === id) return;
        const step = space.distance(from, id);
        const times = follow(who, step);
        if (times < confirmations) return;
        // All up to the distance at first, then one further with each request.
        const first = times === confirmations ? 1 : distance;
        for (let n = first; n < distance + degree; n++) {
          const next = space.at(id, n * step);
          if (next >= 0) propose(next, times / (times + 1));
        }
      },
    };
  },
});
