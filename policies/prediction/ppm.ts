import { NO_ROW } from '../structures/bounded-rows.ts';
import { grown } from '../structures/grown.ts';
import { HashedRows } from '../structures/hashed-rows.ts';
import { Names, NOBODY } from '../structures/names.ts';
import { Successions } from '../structures/successions.ts';
import { definePrediction, HOW } from './contract.ts';
import { knowable, SEQUENCES } from './sequences.ts';

/** The context of no request. */
const EMPTY = 0x9e3779b9 | 0;

/** Clients that there is room for at first. */
const FEW = 16;

/**
 * Prediction by partial match, made for compression by Cleary and Witten: contexts of the last 1 … k requests of a client are remembered
 * with what followed. The longest one that is known well enough decides; one that is not escapes to the next shorter. Contexts are
 * known by their hashes, in a table of bounded size. As `markov`, it looks ahead as far as a fetch takes.
 */
export const ppm = definePrediction({
  name: 'ppm',
  aliases: ['partial-match'],
  summary: 'Proposes what followed the last few requests together, the longer the context the better',
  about:
    'Where the same id is followed by one or another depending on how a client came there, the last request alone says little and the last two or three ' +
    'say much. It pays over markov there; where the next request depends on the last one alone, longer contexts take longer to be learnt, and it is no ' +
    'better. Without client ids it needs the same interleaving to come again, which it hardly does.',
  paper: {
    authors: 'K. M. Curewitz, P. Krishnan, J. S. Vitter',
    title: 'Practical prefetching via data compression',
    venue: 'SIGMOD',
    year: 1993,
  },
  parameters: {
    order: { type: 'integer', default: 2, min: 1, max: 16, summary: 'requests in the longest context' },
    threshold: {
      type: 'number',
      default: 0.5,
      min: 0,
      max: 1,
      summary: 'share of the known successions of a context that a successor must have',
    },
    support: {
      type: 'integer',
      default: 2,
      min: 1,
      max: 255,
      summary: 'successions that must be known of a context; with fewer it escapes to a shorter one',
    },
    successors: { type: 'integer', default: 4, min: 1, max: 64, summary: 'successors kept of each context' },
    memory: { type: 'integer', default: 131_072, min: 1, max: 1e8, summary: 'contexts, and clients, kept' },
    ...SEQUENCES,
    ...HOW,
  },
  capabilities: { clients: true },
  create(
    { universe, fetchSeconds, propose },
    { order, threshold, support, successors, memory, recent, clients, depth, horizon, session },
  ) {
    knowable('ppm', support, recent);
    const successions = new Successions(successors, recent);
    const rows = new HashedRows(memory, successions);
    const names = new Names(universe);
    /** By client: the names of its last requests, the latest first, how many there are, and when the latest came, in seconds. */
    let history = new Int32Array(FEW * order);
    let lengths = new Uint8Array(FEW);
    let asked = new Float64Array(FEW);
    /** A client's last requests, and after them those that it goes on to in thought. */
    const supposed = new Int32Array(order);
    const ahead = horizon * fetchSeconds;
    const say = (name: number, confidence: number) => {
      const id = names.idOf(name);
      if (id !== NOBODY) propose(id, confidence);
    };

    /** The context with one request more, before those that are in it. */
    function extend(context: number, name: number): number {
      const mixed = Math.imul(context ^ name, 0x85ebca6b);
      const again = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
      return again ^ (again >>> 16);
    }

    function learn(who: number, name: number, seconds: number): void {
      let hash = EMPTY;
      for (let o = 0; o < lengths[who]!; o++) {
        hash = extend(hash, history[who * order + o]!);
        successions.count(rows.claim(hash), name, seconds);
      }
    }

    /** The row of the longest context of which enough is known. */
    function longest(length: number): number {
      let found = NO_ROW;
      let hash = EMPTY;
      for (let o = 0; o < length; o++) {
        hash = extend(hash, supposed[o]!);
        const row = rows.of(hash);
        // A longer context came no more often than a shorter one.
        if (row === NO_ROW || successions.known(row) < support) return found;
        found = row;
      }
      return found;
    }

    function look(who: number, name: number): void {
      let length = lengths[who]!;
      for (let o = 0; o < length; o++) supposed[o] = history[who * order + o]!;
      let confidence = 1;
      let expected = 0;
      for (let step = 0; step < depth; step++) {
        const row = longest(length);
        if (row === NO_ROW) return;
        successions.propose(row, confidence, threshold, say);
        confidence *= successions.share(row);
        expected += successions.wait(row);
        const next = successions.likeliest(row);
        if (next === name || names.idOf(next) === NOBODY || confidence < threshold || expected >= ahead) return;
        supposed.copyWithin(1, 0, order - 1);
        supposed[0] = next;
        if (length < order) length++;
      }
    }

    return {
      request(id, now, client) {
        const name = names.of(id);
        const who = clients ? client % memory : 0;
        if (who >= lengths.length) {
          lengths = grown(lengths, who, memory);
          asked = grown(asked, who, memory);
          history = grown(history, lengths.length * order - 1, memory * order);
        }
        const first = who * order;
        const pause = now - asked[who]!;
        asked[who] = now;
        if (pause > session) lengths[who] = 0;
        if (lengths[who] === 0 || history[first] !== name) {
          learn(who, name, pause);
          history.copyWithin(first + 1, first, first + order - 1);
          history[first] = name;
          if (lengths[who]! < order) lengths[who]!++;
        }
        look(who, name);
      },
      // Contexts are known by their hashes: those of the old key are never asked for again, and fall out of the table.
      forget: id => names.renew(id),
    };
  },
});
