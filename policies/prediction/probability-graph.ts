import { BoundedRows, NO_ROW } from '../structures/bounded-rows.ts';
import { Names, NOBODY } from '../structures/names.ts';
import { definePrediction, HOW } from './contract.ts';
import { knowable } from './sequences.ts';

/**
 * Griffioen and Appleton's probability graph: an edge from an id to each that is asked for within a look-ahead window after it, weighted by
 * how often that happened. Who lies at the end of a heavy enough edge is proposed.
 */
export const probabilityGraph = definePrediction({
  name: 'probability-graph',
  summary: 'Proposes what was often asked for within a few requests after the requested id',
  about:
    'Since a window of requests counts and not only the next one, it finds successions in streams where several clients are interleaved and not ' +
    'told apart. It pays there, until so many clients are mixed that the window no longer reaches the successor. With client ids a Markov ' +
    'predictor is more accurate.',
  paper: {
    authors: 'J. Griffioen, R. Appleton',
    title: 'Reducing file system latency using a predictive approach',
    venue: 'USENIX Summer Technical Conference',
    year: 1994,
  },
  parameters: {
    window: { type: 'integer', default: 8, min: 1, max: 256, summary: 'requests after an id that may follow from it' },
    threshold: {
      type: 'number',
      default: 0.4,
      min: 0,
      max: 1,
      summary: 'share of the requests for an id that the other must have followed',
    },
    support: { type: 'integer', default: 3, min: 1, max: 255, summary: 'requests for an id before its edges count' },
    successors: { type: 'integer', default: 16, min: 1, max: 256, summary: 'edges kept of each id' },
    memory: { type: 'integer', default: 65_536, min: 1, max: 1e8, summary: 'ids of which edges are kept' },
    recent: {
      type: 'integer',
      default: 16,
      min: 2,
      max: 255,
      summary: 'requests that may be known of an id before its counts are halved, so that old ones fade',
    },
    ...HOW,
  },
  create({ universe, propose }, { window, threshold, support, successors, memory, recent }) {
    knowable('probability-graph', support, recent);
    const rows = new BoundedRows(universe, memory);
    const names = new Names(universe);
    const count = Math.min(universe, memory);
    const seen = new Uint8Array(count);
    /** By row: names. */
    const next = new Int32Array(count * successors);
    const weights = new Uint8Array(count * successors);
    /** The names of the last requests, a ring. */
    const latest = new Int32Array(window).fill(-1);
    let at = 0;
    const clear = (row: number) => {
      seen[row] = 0;
      weights.fill(0, row * successors, (row + 1) * successors);
    };

    function follow(from: number, to: number): void {
      const row = rows.of(from);
      if (row === NO_ROW) return;
      const start = row * successors;
      let lightest = start;
      for (let i = start; i < start + successors; i++) {
        if (weights[i]! > 0 && next[i] === to) {
          if (weights[i]! < recent) weights[i]!++;
          return;
        }
        if (weights[i]! < weights[lightest]!) lightest = i;
      }
      next[lightest] = to;
      weights[lightest] = 1;
    }

    return {
      request(id) {
        const name = names.of(id);
        // From the latest back to the last request for this very id: it followed the earlier ones then, and follows each once.
        for (let back = 1; back <= window; back++) {
          const before = latest[(at - back + window) % window]!;
          if (before < 0 || before === name) break;
          const from = names.idOf(before);
          if (from !== NOBODY) follow(from, name);
        }
        latest[at] = name;
        at = (at + 1) % window;
        const row = rows.claim(id, clear);
        const start = row * successors;
        if (seen[row] === recent) {
          seen[row] = recent >> 1;
          for (let i = start; i < start + successors; i++) weights[i]! >>= 1;
        }
        // This request is not counted yet: nothing has followed it.
        const times = seen[row]!;
        seen[row]!++;
        if (times < support) return;
        for (let i = start; i < start + successors; i++) {
          // What followed before the counts were halved, or the row was given away, may be one window more.
          const share = Math.min(1, weights[i]! / times);
          if (weights[i] === 0 || share < threshold) continue;
          const expected = names.idOf(next[i]!);
          if (expected !== NOBODY) propose(expected, share);
        }
      },
      forget(id) {
        rows.release(id);
        names.renew(id);
      },
    };
  },
});
