import { InputError } from '../../spec/input-error.ts';
import { BoundedRows, NO_ROW } from '../structures/bounded-rows.ts';
import { Names, NOBODY } from '../structures/names.ts';
import { definePrediction, HOW } from './contract.ts';
import { MiningTable } from './mining-table.ts';

/**
 * MITHRIL mines associations between ids that are asked for now and then, and then close to each other, whatever comes between. Requests are
 * numbered; the first few numbers of an id stand in the recording table, those of ids that came often enough in the mining table,
 * from which ids that come too often are dropped: they are in the cache anyway. When it is full it is mined, and what is found goes to
 * the prefetching table.
 */
export const mithril = definePrediction({
  name: 'mithril',
  summary: 'Proposes ids of middling frequency that were always asked for close to the requested one',
  about:
    'It looks for ids asked for equally often and each time within a few requests of each other, which successions hide when others come between. It ' +
    'pays for groups that are read together once in a while, by many interleaved clients. It learns only once a group has come back a few times, and ' +
    'each id but the first of a burst has only the time since the one it is associated with.',
  paper: {
    authors: 'J. Yang, R. Karimi, T. Sæmundsson, A. Wildani, Y. Vigfusson',
    title: 'MITHRIL: mining sporadic associations for cache prefetching',
    venue: 'SoCC',
    year: 2017,
  },
  parameters: {
    record: {
      type: 'choice',
      choices: ['misses', 'all'],
      default: 'misses',
      summary: 'requests that are recorded; what is always hit needs no prefetching',
    },
    lookahead: {
      type: 'integer',
      default: 20,
      min: 1,
      max: 100_000,
      summary: 'requests that may lie between associated ones',
    },
    support: {
      type: 'integer',
      default: 3,
      min: 1,
      max: 64,
      summary: 'requests for an id before it may be mined',
    },
    frequent: {
      type: 'integer',
      default: 8,
      min: 1,
      max: 64,
      summary: 'requests for an id above which it is not mined',
    },
    exceptions: {
      type: 'integer',
      default: 1,
      min: 0,
      max: 63,
      summary: 'requests by which the counts of associated ids may differ, and which may lie too far apart',
    },
    associations: { type: 'integer', default: 2, min: 1, max: 64, summary: 'ids kept that an id is associated with' },
    mining: { type: 'integer', default: 512, min: 2, max: 1_000_000, summary: 'ids that are mined at a time' },
    memory: {
      type: 'integer',
      default: 65_536,
      min: 1,
      max: 1e8,
      summary: 'ids of which requests are recorded, and ids of which associations are kept',
    },
    ...HOW,
  },
  create({ universe, propose }, values) {
    const { record, lookahead, support, frequent, exceptions, associations, memory } = values;
    if (support > frequent)
      throw new InputError('mithril', `support=${support} is more than frequent=${frequent}: no id would be mined`);
    const recorded = new BoundedRows(universe, memory);
    const count = Math.min(universe, memory);
    /** By row of the recording table: numbers of requests, and how many there are. */
    const numbers = new Float64Array(count * support);
    const lengths = new Uint8Array(count);
    const mined = new MiningTable(universe, values.mining, frequent);
    const associated = new BoundedRows(universe, memory);
    const names = new Names(universe);
    /** By row of the prefetching table: names, the place of the oldest, and how sure each association is; 0 for none. */
    const targets = new Int32Array(count * associations);
    const sureness = new Float32Array(count * associations);
    const oldest = new Uint8Array(count);
    let now = 0;

    const forgetNumbers = (row: number) => {
      lengths[row] = 0;
    };
    const forgetTargets = (row: number) => {
      oldest[row] = 0;
      sureness.fill(0, row * associations, (row + 1) * associations);
    };

    function associate(from: number, to: number, sure: number): void {
      const row = associated.claim(from, forgetTargets);
      const name = names.of(to);
      const first = row * associations;
      for (let at = first; at < first + associations; at++)
        if (sureness[at]! > 0 && targets[at] === name) {
          sureness[at] = sure;
          return;
        }
      targets[first + oldest[row]!] = name;
      sureness[first + oldest[row]!] = sure;
      oldest[row] = (oldest[row]! + 1) % associations;
    }

    function note(id: number): void {
      if (mined.has(id)) {
        mined.add(id, now);
        return;
      }
      const row = recorded.claim(id, forgetNumbers);
      const first = row * support;
      numbers[first + lengths[row]!++] = now;
      if (lengths[row]! < support) return;
      for (let at = first; at < first + support; at++) mined.add(id, numbers[at]!);
      recorded.release(id);
      if (mined.full) mined.mine(lookahead, exceptions, associate);
    }

    return {
      request(id, _now, _client, hit) {
        now++;
        if (!hit || record === 'all') note(id);
        const row = associated.of(id);
        if (row === NO_ROW) return;
        for (let at = row * associations; at < (row + 1) * associations; at++)
          if (sureness[at]! > 0) {
            const to = names.idOf(targets[at]!);
            if (to !== NOBODY) propose(to, sureness[at]!);
          }
      },
      forget(id) {
        recorded.release(id);
        mined.remove(id);
        associated.release(id);
        names.renew(id);
      },
    };
  },
});
