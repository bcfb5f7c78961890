import { BoundedRows, NO_ROW } from '../structures/bounded-rows.ts';
import { grown } from '../structures/grown.ts';
import { Names, NOBODY } from '../structures/names.ts';
import { Successions } from '../structures/successions.ts';
import { definePrediction, HOW } from './contract.ts';
import { knowable, SEQUENCES } from './sequences.ts';

/** Clients that there is room for at first. */
const FEW = 16;

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
    ...SEQUENCES,
    ...HOW,
  },
  capabilities: { clients: true },
  create(
    { universe, fetchSeconds, propose },
    { threshold, support, successors, memory, recent, clients, depth, horizon, session },
  ) {
    knowable('markov', support, recent);
    const successions = new Successions(successors, recent);
    const rows = new BoundedRows(universe, memory);
    const clear = (row: number) => successions.clear(row);
    const names = new Names(universe);
    /** By client, as far as there is memory: the name that it asked for last, from 1, and when, in seconds. */
    let last = new Int32Array(FEW);
    let asked = new Float64Array(FEW);
    const ahead = horizon * fetchSeconds;

    const say = (name: number, confidence: number) => {
      const id = names.idOf(name);
      if (id !== NOBODY) propose(id, confidence);
    };

    /** Proposes what is expected after an id, and after that, as far as it is likely enough and a fetch would come late otherwise. */
    function look(id: number): void {
      let at = id;
      let confidence = 1;
      let expected = 0;
      for (let step = 0; step < depth; step++) {
        const row = rows.of(at);
        if (row === NO_ROW || successions.known(row) < support) return;
        successions.propose(row, confidence, threshold, say);
        confidence *= successions.share(row);
        expected += successions.wait(row);
        at = names.idOf(successions.likeliest(row));
        if (at === NOBODY || at === id || confidence < threshold || expected >= ahead) return;
      }
    }

    return {
      request(id, now, client) {
        const who = clients ? client % memory : 0;
        if (who >= last.length) {
          last = grown(last, who, memory);
          asked = grown(asked, who, memory);
        }
        const from = names.idOf(last[who]! - 1);
        const pause = now - asked[who]!;
        last[who] = names.of(id) + 1;
        asked[who] = now;
        if (from !== NOBODY && from !== id && pause <= session)
          successions.count(rows.claim(from, clear), names.of(id), pause);
        look(id);
      },
      forget(id) {
        rows.release(id);
        names.renew(id);
      },
    };
  },
});
