import { describe, expect, test } from 'vitest';
import { sampleTune } from '../../../test/report/sample-tune.ts';

describe('a tuning', () => {
  test('finds what is best, compares it on unseen requests and chooses it', async () => {
    const document = await sampleTune();
    expect(document.chosen).toBe('tuned');
    expect(JSON.stringify(document.config)).toContain('s3-fifo');
    expect(document.validation.rows.map(row => row.name)).toEqual(['tuned', 'default', 'single policy', 'flat LRU']);
    expect(document.validation.gains.find(each => each.over === 'default')).toMatchObject({ verdict: 'better' });
    // The best cache of one policy has the best policy, and is no better than what was found.
    expect(document.validation.rows[2]!.configuration.levels.map(level => level.policy)).toEqual(
      Array(3).fill('s3-fifo'),
    );
  });

  test('keeps the default where the gain was luck of the search', async () => {
    const document = await sampleTune({ gain: { seen: 0.2, unseen: -0.1 } });
    expect(document.searchGain).toBeGreaterThan(0.1);
    expect(document.validation.gains[0]).toMatchObject({ over: 'default', verdict: 'worse' });
    expect(document.chosen).toBe('default');
    expect(document.config).toEqual(document.validation.rows[1]!.configuration);
  });

  test.each([30, 60, 200])('looks no more often than it may: %i', async evaluations => {
    const document = await sampleTune({ evaluations });
    expect(document.evaluations.length).toBeLessThanOrEqual(evaluations);
    expect(document.evaluations.length).toBeGreaterThan(0.8 * evaluations);
    expect(document.evaluations.map(each => each.number)).toEqual(document.evaluations.map((_, i) => i + 1));
    expect(document.search.looks.reduce((sum, look) => sum + look.evaluations, 0)).toBe(document.evaluations.length);
  });

  test('judges by the beginning what a miniature does not speak for, as a multiple of the default there', async () => {
    const { evaluations } = await sampleTune({ evaluations: 200 });
    const small = evaluations.filter(each => each.look === 1);
    const predicted = small.filter(each => each.point.prediction !== 'none' && each.point.prediction !== undefined);
    expect(new Set(predicted.map(each => each.kind))).toEqual(new Set(['prefix']));
    expect(small.filter(each => each.kind === 'sample').length).toBeGreaterThan(0);
    for (const kind of ['prefix', 'sample'])
      expect(small.find(each => each.stage === 'default' && each.kind === kind)?.loss).toBe(1);
  });

  test('the front begins with the least memory and each is better than those with less', async () => {
    const { front, evaluations } = await sampleTune({ evaluations: 200 });
    const on = front.map(number => evaluations[number - 1]!);
    expect(on.length).toBeGreaterThan(2);
    for (let i = 1; i < on.length; i++) {
      expect(on[i]!.capacity).toBeGreaterThan(on[i - 1]!.capacity);
      expect(on[i]!.value).toBeLessThan(on[i - 1]!.value);
    }
  });

  test('what is given leaves out comparisons that it would make untrue', async () => {
    const names = async (given: Record<string, string>) =>
      (await sampleTune({ given })).validation.rows.map(row => row.name);
    expect(await names({ residency: 'unified:policy=lirs' })).toEqual(['tuned', 'default']);
    expect(await names({ residency: 'per-level' })).toEqual(['tuned', 'default', 'single policy']);
    expect(await names({ admission: 'tinylfu' })).toEqual(['tuned', 'default', 'single policy']);
  });

  test('without time for a single round the default is what it has', async () => {
    const document = await sampleTune({ rounds: 0 });
    expect(document.search.stopped).toBe(true);
    expect([document.evaluations.length, document.chosen]).toEqual([1, 'default']);
  });
});
