import { describe, expect, it } from 'vitest';
import { GET, SET } from '../../requests.ts';
import { made, type Written, written } from '../testing/made.ts';

const FEATURES = 1;
const MODEL = 2;
const RESULT = 3;
const NORMAL = 0;
const MEDIUM = 1;
const HIGH = 2;

const LETTERS = ['general', 'f', 'm', 'r'];

/** One letter per record: f, m, r for gets of features, models and results, capital for sets. */
const spelled = (records: readonly Written[]) =>
  records.map(({ op, type }) => (op === SET ? LETTERS[type]!.toUpperCase() : LETTERS[type]!)).join('');

describe('ml-pipeline', () => {
  it('reads the feature blocks, fetches the model and looks up the predictions, run after run', () => {
    const records = written(made('ml-pipeline:jobs=1,blocks=3,batch=2,refresh=0,retrain=0', 18));
    expect(spelled(records)).toBe('fffmrrfffmrrfffmrr');
  });

  it('makes each job a whole of its own, whose requests other jobs interleave', () => {
    const records = written(made('ml-pipeline:jobs=3,blocks=3,batch=2,refresh=0,retrain=0', 3_000));
    const turns = records.map(record => record.client);
    expect(new Set(turns)).toEqual(new Set([0, 1, 2]));
    // With turns drawn at random the next request belongs to another job with probability 2/3.
    const changes = turns.filter((client, i) => i > 0 && client !== turns[i - 1]).length;
    expect(Math.abs(changes / 3_000 - 2 / 3)).toBeLessThan(5 * Math.sqrt(2 / 9 / 3_000));
    for (const client of [0, 1, 2])
      expect(spelled(records.filter(record => record.client === client))).toMatch(/^(fffmrr)+(f{0,3}|fffmr?)$/);
  });

  it('consists of whole runs of three kinds: refresh, retrain, predict', () => {
    const records = written(made('ml-pipeline:jobs=1,blocks=3,batch=2,refresh=0.3,retrain=0.3', 3_000));
    expect(spelled(records)).toMatch(/^(FFF|fffMRR|fffmrr)+(f{0,3}|fffmr?)$/);
    const runs = spelled(records).match(/FFF|fffMRR|fffmrr/g)!;
    // Of n runs 30 % refresh: standard deviation √(0.21 n).
    for (const kind of ['FFF', 'fffMRR'])
      expect(Math.abs(runs.filter(run => run === kind).length - 0.3 * runs.length)).toBeLessThan(
        5 * Math.sqrt(0.21 * runs.length),
      );
  });

  it('gives features priority medium, models high, predictions high when awaited and normal when made in advance', () => {
    const expected = new Map([
      [FEATURES, { [GET]: MEDIUM, [SET]: MEDIUM }],
      [MODEL, { [GET]: HIGH, [SET]: HIGH }],
      [RESULT, { [GET]: HIGH, [SET]: NORMAL }],
    ]);
    const records = written(made('ml-pipeline:refresh=0.2,retrain=0.2', 3_000));
    for (const { op, type, priority } of records) expect(priority).toBe(expected.get(type)![op as 0 | 1]);
  });

  it('gives every key one type and one size: blocks of KiB, models of MiB, results of bytes', () => {
    const range = { [FEATURES]: [2 ** 15, 2 ** 19], [MODEL]: [2 ** 20, 2 ** 26], [RESULT]: [80, 64 + 8_000] };
    const seen = new Map<number, Written>();
    for (const record of written(made('ml-pipeline', 3_000))) {
      const first = seen.get(record.id) ?? record;
      seen.set(record.id, first);
      expect([record.type, record.size]).toEqual([first.type, first.size]);
      const [least, most] = range[record.type as 1 | 2 | 3] as [number, number];
      expect(record.size).toBeGreaterThanOrEqual(least);
      expect(record.size).toBeLessThanOrEqual(most);
      expect(Number.isInteger(record.size)).toBe(true);
    }
  });

  it('reads the blocks of a dataset always in the same order', () => {
    const records = written(made('ml-pipeline:jobs=1,blocks=8,batch=1', 5_000)).filter(
      record => record.type === FEATURES,
    );
    const successor = new Map<number, number>();
    for (let i = 0; i < records.length; i += 8)
      for (let block = 0; block < 7 && i + block + 1 < records.length; block++) {
        const [id, next] = [records[i + block]!.id, records[i + block + 1]!.id];
        expect(successor.get(id) ?? next).toBe(next);
        successor.set(id, next);
      }
  });

  it('asks anew for the predictions of a changed model or dataset, and for those alone', () => {
    const inputs = 5;
    const spec = `ml-pipeline:jobs=1,datasets=3,models=4,blocks=1,inputs=${inputs},batch=6,alpha=0,refresh=0.1,retrain=0.1`;
    const outdated = new Set<number>();
    const current: { features: number; model: number; results: Set<number> }[] = [];
    let features = -1;
    let model = -1;
    for (const { id, op, type } of written(made(spec, 5_000))) {
      if (type === FEATURES) features = id;
      if (type === MODEL) model = id;
      if (type === RESULT) {
        const known = current.find(each => each.features === features && each.model === model);
        const pair = known ?? { features, model, results: new Set() };
        if (!known) current.push(pair);
        pair.results.add(id);
        expect(outdated.has(id)).toBe(false);
        // Were results forgotten without a change, there would be more than one for some input.
        expect(pair.results.size).toBeLessThanOrEqual(inputs);
      } else if (op === SET) {
        const changed = type === FEATURES ? 'features' : 'model';
        for (const pair of current.filter(each => each[changed] === id)) {
          for (const result of pair.results) outdated.add(result);
          pair.results.clear();
        }
      }
    }
    expect(outdated.size).toBeGreaterThan(100);
  });

  it('asks for 5 to 20 thousand keys by default', () => {
    const { universe } = made('ml-pipeline', 100_000);
    expect(universe).toBeGreaterThan(5_000);
    expect(universe).toBeLessThan(20_000);
  });
});
