import { BoundedRows, NO_ROW } from '../structures/bounded-rows.ts';
import { definePrediction, HOW } from './contract.ts';

/** Counts of a row are halved when their sum reaches this, so that what is learnt follows change. */
const LIMIT = 255;

/** No predecessor. */
const NONE = -1;

/** Waits that the mean of a row looks back over. */
const WINDOW = 16;

/**
 * First-order Markov prediction: of each id it counts which ids came next, and proposes those that did so in a large enough share of
 * the cases. A row keeps so many successors; a new one takes the place of the rarest. Where the next request is expected before a fetch
 * could be done, it goes on from the likeliest successor, whose confidence is multiplied, to those that there is time for.
 */
export const markov = definePrediction({
  name: 'markov',
  summary: 'Proposes what followed the requested id often enough before, client by client',
  about:
    'For each id the counts of a few successors are kept, as each client by itself goes on, so that interleaved sessions do not hide each other, and ' +
    'how long it takes until the next request: where that is less than a fetch takes, it looks several requests ahead. It pays where ' +
    'clients walk known ways: sessions, pipelines, scans that come back. Interleaved clients that are ' +
    'not told apart hide what follows from what: of four it finds some, of sixteen next to nothing. Where no way is likelier than the threshold it is silent.',
  paper: {
    authors: 'D. Joseph, D. Grunwald',
    title: 'Prefetching using Markov predictors',
    venue: 'ISCA',
    year: 1997,
  },
  parameters: {
    threshold: {
      type: 'number',
      default: 0.5,
      min: 0,
      max: 1,
      summary: 'share of the known successions that a successor must have',
    },
    support: { type: 'integer', default: 2, min: 1, max: 255, summary: 'successions that must be known of an id' },
    successors: { type: 'integer', default: 4, min: 1, max: 64, summary: 'successors kept of each id' },
    memory: {
      type: 'integer',
      default: 65_536,
      min: 1,
      max: 1e8,
      summary: 'ids, and clients, of which something is kept',
    },
    clients: {
      type: 'flag',
      default: true,
      summary: 'whether the requests of each client are a sequence of their own',
    },
    depth: { type: 'integer', default: 16, min: 1, max: 1_000, summary: 'requests that it looks ahead at most' },
    horizon: {
      type: 'number',
      default: 2,
      min: 0,
      max: 1_000,
      summary: 'times that a fetch takes by which it looks ahead; 0 for the next request alone',
    },
    session: {
      type: 'duration',
      default: 1_800,
      min: 0.001,
      max: 31_536_000,
      summary: 'pause of a client after which what it asks for does not follow from what it asked for before',
    },
    ...HOW,
  },
  capabilities: { clients: true },
  create(
    { universe, fetchSeconds, propose },
    { threshold, support, successors, memory, clients, depth, horizon, session },
  ) {
    const rows = new BoundedRows(universe, memory);
    const size = Math.min(universe, memory) * successors;
    const next = new Int32Array(size);
    const counts = new Uint8Array(size);
    /** By row: seconds until the next request of the client, on average. */
    const wait = new Float64Array(Math.min(universe, memory));
    /** By client, as far as there is memory: the id that it asked for last. */
    const last = new Int32Array(memory).fill(NONE);
    /** And when: seconds. */
    const asked = new Float64Array(memory);
    const ahead = horizon * fetchSeconds;
    const clear = (row: number) => counts.fill(0, row * successors, (row + 1) * successors);

    function learn(from: number, to: number, seconds: number): void {
      const row = rows.claim(from, clear);
      const start = row * successors;
      let rarest = start;
      let sum = 0;
      let at = NONE;
      for (let i = start; i < start + successors; i++) {
        sum += counts[i]!;
        if (counts[i]! > 0 && next[i] === to) at = i;
        if (counts[i]! < counts[rarest]!) rarest = i;
      }
      wait[row]! += (seconds - wait[row]!) / Math.min(sum + 1, WINDOW);
      if (sum >= LIMIT) for (let i = start; i < start + successors; i++) counts[i]! >>= 1;
      if (at === NONE) {
        at = rarest;
        next[at] = to;
        counts[at] = 0;
      }
      counts[at]!++;
    }

    /** Proposes what is expected after an id, and after that, as far as it is likely enough and a fetch would come late otherwise. */
    function look(id: number): void {
      let at = id;
      let confidence = 1;
      let expected = 0;
      for (let step = 0; step < depth; step++) {
        const row = rows.of(at);
        if (row === NO_ROW) return;
        const start = row * successors;
        let sum = 0;
        let likeliest = start;
        for (let i = start; i < start + successors; i++) {
          sum += counts[i]!;
          if (counts[i]! > counts[likeliest]!) likeliest = i;
        }
        if (sum < support) return;
        for (let i = start; i < start + successors; i++) {
          const share = (confidence * counts[i]!) / sum;
          if (counts[i]! > 0 && share >= threshold) propose(next[i]!, share);
        }
        confidence *= counts[likeliest]! / sum;
        expected += wait[row]!;
        at = next[likeliest]!;
        if (at === id || confidence < threshold || expected >= ahead) return;
      }
    }

    return {
      request(id, now, client) {
        const who = clients ? client % memory : 0;
        const from = last[who]!;
        const pause = now - asked[who]!;
        last[who] = id;
        asked[who] = now;
        if (from !== NONE && from !== id && pause <= session) learn(from, id, pause);
        look(id);
      },
      forget: id => rows.release(id),
    };
  },
});
