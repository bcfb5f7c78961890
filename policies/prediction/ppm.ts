import { NO_ROW } from '../structures/bounded-rows.ts';
import { HashedRows } from '../structures/hashed-rows.ts';
import { Successions } from '../structures/successions.ts';
import { definePrediction, HOW } from './contract.ts';
import { knowable, SEQUENCES } from './sequences.ts';

/** The context of no request. */
const EMPTY = 0x9e3779b9 | 0;

/** Between keys that have one number one after the other: odd and large. */
const KEYS_APART = 0x3c6ef373;

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
    const rows = new HashedRows(memory);
    const successions = new Successions(rows.length, successors, recent);
    /** By client: its last requests, the latest first, how many there are, and when the latest came, in seconds. */
    const history = new Int32Array(memory * order);
    const lengths = new Uint8Array(memory);
    const asked = new Float64Array(memory);
    /** By id: how many keys had its number before; made when one was given away. */
    let keysBefore: Int32Array | null = null;
    /** A client's last requests, and after them those that it goes on to in thought. */
    const supposed = new Int32Array(order);
    const ahead = horizon * fetchSeconds;
    const clear = (row: number) => successions.clear(row);

    /** The context with one request more, before those that are in it. */
    function extend(context: number, id: number): number {
      const key = keysBefore === null ? id : id + Math.imul(keysBefore[id]!, KEYS_APART);
      const mixed = Math.imul(context ^ key, 0x85ebca6b);
      const again = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
      return again ^ (again >>> 16);
    }

    function learn(who: number, id: number, seconds: number): void {
      let hash = EMPTY;
      for (let o = 0; o < lengths[who]!; o++) {
        hash = extend(hash, history[who * order + o]!);
        successions.count(rows.claim(hash, clear), id, seconds);
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
        if (row === NO_ROW || successions.known[row]! < support) return found;
        found = row;
      }
      return found;
    }

    function look(who: number, id: number): void {
      let length = lengths[who]!;
      for (let o = 0; o < length; o++) supposed[o] = history[who * order + o]!;
      let confidence = 1;
      let expected = 0;
      for (let step = 0; step < depth; step++) {
        const row = longest(length);
        if (row === NO_ROW) return;
        successions.propose(row, confidence, threshold, propose);
        confidence *= successions.share(row);
        expected += successions.wait[row]!;
        const next = successions.likeliest(row);
        if (next === id || confidence < threshold || expected >= ahead) return;
        supposed.copyWithin(1, 0, order - 1);
        supposed[0] = next;
        if (length < order) length++;
      }
    }

    return {
      request(id, now, client) {
        const who = clients ? client % memory : 0;
        const first = who * order;
        const pause = now - asked[who]!;
        asked[who] = now;
        if (pause > session) lengths[who] = 0;
        if (lengths[who] === 0 || history[first] !== id) {
          learn(who, id, pause);
          history.copyWithin(first + 1, first, first + order - 1);
          history[first] = id;
          if (lengths[who]! < order) lengths[who]!++;
        }
        look(who, id);
      },
      // Contexts are known by their hashes: those of the old key are never asked for again, and fall out of the table.
      forget(id) {
        keysBefore ??= new Int32Array(universe);
        keysBefore[id]!++;
      },
    };
  },
});
