import { BoundedRows, NO_ROW } from '../structures/bounded-rows.ts';
import { definePrediction, HOW } from './contract.ts';

/** Counts of a row are halved when their sum reaches this, so that what is learnt follows change. */
const LIMIT = 255;

/** No predecessor. */
const NONE = -1;

/**
 * First-order Markov prediction: of each id it counts which ids came next, and proposes those that did so in a large enough share of
 * the cases. A row keeps so many successors; a new one takes the place of the rarest.
 */
export const markov = definePrediction({
  name: 'markov',
  summary: 'Proposes what followed the requested id often enough before, client by client',
  about:
    'For each id the counts of a few successors are kept, per client, so that interleaved sessions do not hide each other. It pays where ' +
    'clients walk known ways: sessions, pipelines, scans that come back. Without client ids an interleaved stream has hardly a ' +
    'successor twice and it proposes next to nothing; where every way is taken equally often it is right as seldom as its threshold says.',
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
    ...HOW,
  },
  capabilities: { clients: true },
  create({ universe, propose }, { threshold, support, successors, memory, clients }) {
    const rows = new BoundedRows(universe, memory);
    const size = Math.min(universe, memory) * successors;
    const next = new Int32Array(size);
    const counts = new Uint8Array(size);
    /** By client, as far as there is memory: the id that it asked for last. */
    const last = new Int32Array(memory).fill(NONE);
    const clear = (row: number) => counts.fill(0, row * successors, (row + 1) * successors);

    function learn(from: number, to: number): void {
      const start = rows.claim(from, clear) * successors;
      let rarest = start;
      let sum = 0;
      let at = NONE;
      for (let i = start; i < start + successors; i++) {
        sum += counts[i]!;
        if (counts[i]! > 0 && next[i] === to) at = i;
        if (counts[i]! < counts[rarest]!) rarest = i;
      }
      if (sum >= LIMIT) for (let i = start; i < start + successors; i++) counts[i]! >>= 1;
      if (at === NONE) {
        at = rarest;
        next[at] = to;
        counts[at] = 0;
      }
      counts[at]!++;
    }

    return {
      request(id, _now, client) {
        const who = clients ? client % memory : 0;
        const from = last[who]!;
        last[who] = id;
        if (from !== NONE && from !== id) learn(from, id);
        const row = rows.of(id);
        if (row === NO_ROW) return;
        const start = row * successors;
        let sum = 0;
        for (let i = start; i < start + successors; i++) sum += counts[i]!;
        if (sum < support) return;
        for (let i = start; i < start + successors; i++) {
          const share = counts[i]! / sum;
          if (counts[i]! > 0 && share >= threshold) propose(next[i]!, share);
        }
      },
    };
  },
});
