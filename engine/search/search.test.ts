import { describe, expect, test } from 'vitest';
import { randomStream } from '../random.ts';
import type { Trial } from './ledger.ts';
import { type Found, search } from './search.ts';
import type { Axis, Point } from './space.ts';

const space: Axis[] = [
  { kind: 'choice', name: 'policy', values: ['a', 'b', 'c', 'd', 'e', 'f'] },
  { kind: 'choice', name: 'detail', values: ['off', 'on'], when: { policy: ['d', 'e'] } },
  { kind: 'number', name: 'x', low: 0.01, high: 1 },
  { kind: 'number', name: 'y', low: 0.01, high: 1 },
];

/** The least loss, 0, is that of e with the detail on, at x = 0.07 and y = 0.4; the cheap look sees it through a mist. */
function loss({ policy, detail, x, y }: Point, rung: number): number {
  const word = policy === 'e' ? 0 : policy === 'b' ? 0.4 : 1;
  const mist = rung === 0 ? 0.2 * Math.sin(97 * Number(x) + 31 * Number(y)) : 0;
  const away = Math.abs(Math.log(Number(x) / 0.07)) + Math.abs(Math.log(Number(y) / 0.4));
  return word + (detail === 'on' ? 0 : 0.3) + away + mist;
}

interface Setting {
  readonly evaluations?: number;
  readonly seed?: number;
  readonly rungs?: number;
  /** Batches after which the time is up. */
  readonly batches?: number;
}

async function run({ evaluations = 150, seed = 1, rungs = 2, batches = Number.POSITIVE_INFINITY }: Setting = {}) {
  const asked: Trial[][] = [];
  const found: Found = await search(
    {
      space,
      starts: [
        { policy: 'a', x: 0.5, y: 0.5 },
        { policy: 'f', x: 0.9, y: 0.02 },
      ],
      compared: [{ policy: 'f', x: 0.9, y: 0.02 }],
      rungs,
      identify: point => (point.policy === 'c' ? null : JSON.stringify(point)),
      judge: async trials => {
        if (asked.length === batches) return null;
        asked.push([...trials]);
        return trials.map(({ point, rung }) => loss(point, rung));
      },
    },
    evaluations,
    randomStream(seed, 'search'),
  );
  return { asked, found };
}

describe('the search', () => {
  test.each([1, 2, 3])(
    'finds the words and comes within 3 percent of the numbers of a planted optimum (seed %i)',
    async seed => {
      const { found } = await run({ seed });
      const { policy, detail, x, y } = found.best!.point;
      expect([policy, detail]).toEqual(['e', 'on']);
      expect(Math.abs(Math.log(Number(x) / 0.07))).toBeLessThan(0.03);
      expect(Math.abs(Math.log(Number(y) / 0.4))).toBeLessThan(0.03);
    },
  );

  test('makes as many evaluations as it may and not one more, none of them twice', async () => {
    for (const evaluations of [20, 75, 150]) {
      const { asked, found } = await run({ evaluations });
      expect(found.entries).toHaveLength(evaluations);
      const names = asked.flat().map(({ point, rung }) => `${rung} ${JSON.stringify(point)}`);
      expect(new Set(names).size).toBe(evaluations);
    }
  });

  test('looks cheaply at many and dearly at few, and asks the best start that is compared at every rung', async () => {
    const { found } = await run({ rungs: 3 });
    const at = (rung: number, stage: string) =>
      found.entries.filter(each => each.rung === rung && each.stage === stage);
    expect(at(0, 'screen').length).toBeGreaterThan(2 * at(1, 'confirm').length);
    expect(at(1, 'confirm').length).toBeGreaterThan(2 * at(2, 'confirm').length);
    expect(at(2, 'confirm').map(each => each.point.policy)).toContain('f');
  });

  test('says of nothing that cannot be how good it is', async () => {
    const { found } = await run();
    expect(found.entries.map(each => each.point.policy)).not.toContain('c');
  });

  test('is the same for the same seed and another for another', async () => {
    const [first, again, other] = [await run(), await run(), await run({ seed: 2 })];
    expect(again.asked).toEqual(first.asked);
    expect(other.asked).not.toEqual(first.asked);
  });

  test('ends when the time is up, with the best of what the dearest look saw', async () => {
    const { asked, found } = await run({ batches: 3 });
    expect(found.stopped).toBe(true);
    expect(asked).toHaveLength(3);
    expect(found.entries).toHaveLength(asked.flat().length);
    const dear = found.entries.filter(each => each.rung === 1).map(each => each.loss);
    expect(dear.length).toBeGreaterThan(2);
    expect(found.best!.loss).toBe(Math.min(...dear));
  });

  test('with no time at all has found nothing', async () => {
    const { found } = await run({ batches: 0 });
    expect(found).toMatchObject({ stopped: true, entries: [], best: undefined });
  });
});
