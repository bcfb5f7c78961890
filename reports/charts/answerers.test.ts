import { expect, it } from 'vitest';
import { sampleSim } from '../../test/report/sample-sim.ts';
import { fetchesTable } from '../tables/fetches-table.ts';
import { answerersOf, placesOf } from './answerers.ts';

const sample = sampleSim({ levels: 2 });
const stale = {
  ...sample,
  answeredBy: [...sample.answeredBy.slice(0, -1), 'stale', 'origin'],
  totals: { ...sample.totals, staleAnswers: 600, revalidations: 200, doubledFetches: 30, peakInFlight: 4 },
};

it('expired entries that were answered are one of those who answer, and no place where entries lie', () => {
  expect(answerersOf(stale).map(({ name, kind, answered }) => [name, kind, answered])).toEqual([
    ['L1', 'level', sample.levels[0]!.hits],
    ['L2', 'level', sample.levels[1]!.hits],
    ['stale', 'stale', 600],
    ['origin', 'origin', sample.totals.misses],
  ]);
  expect(placesOf(stale)).toEqual(['L1', 'L2']);
  expect(placesOf(sample)).toEqual(['L1', 'L2']);
});

it('how requests became fetches is a table where fetches take time, or entries are answered that have expired', () => {
  expect(fetchesTable(sample).rows).toEqual([]);
  expect(fetchesTable(stale).rows).toEqual([
    ['misses', sample.totals.misses],
    ['of these joined a fetch under way', 0],
    ['stale answers', 600],
    ['revalidations begun for them', 200],
    ['origin fetches', sample.totals.originFetches],
    ['of these for data on its way already', 30],
    ['most under way at once', 4],
  ]);
});
