import { describe, expect, test } from 'vitest';
import { sampleTypes } from '../../test/report/sample-mrc.ts';
import { curveViews } from '../charts/curve-views.ts';
import { typesFinding, typesSubject } from './types-finding.ts';

/** Two data types under LRU: hits at 10 and 100 entries. */
function views(hits: Readonly<Record<string, readonly number[]>>) {
  return curveViews(sampleTypes(hits, [10, 100]));
}

describe('curves by data type', () => {
  test('are led by the type that gains most hits, not by the one that hits most', () => {
    expect(typesFinding(views({ features: [9_000, 9_100], model: [100, 2_100] }))).toBe(
      'Most of all data types, model gains from room: lru hits 2,000 more of its 10,000\u00a0requests with 100\u00a0entries than with 10',
    );
  });

  test('say so where room gains nothing, and nothing where there is one size', () => {
    expect(typesFinding(views({ features: [5, 5] }))).toBe('More room brings no data type more hits');
    expect(typesFinding(curveViews(sampleTypes({ features: [5] }, [10])))).toBeNull();
  });

  test('say how many requests each type has', () => {
    expect(typesSubject(views({ features: [5, 5], result: [1, 2] }))).toContain(
      '10,000 for features, 10,000 for result; seed 1.',
    );
  });

  test('make a view of each type, and one of all where there are none', () => {
    expect(views({ features: [5, 5], result: [1, 2] }).map(({ type, rows }) => [type, rows.length])).toEqual([
      ['features', 2],
      ['result', 2],
    ]);
  });
});
