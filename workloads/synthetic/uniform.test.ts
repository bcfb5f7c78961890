import { describe, expect, it } from 'vitest';
import { chiSquare } from './testing/chi-square.ts';
import { idsOf, made } from './testing/made.ts';

describe('uniform', () => {
  it('asks for every key equally often', () => {
    const counts = new Float64Array(50);
    for (const id of idsOf(made('uniform:keys=50', 50_000))) counts[id]!++;
    const { statistic, limit } = chiSquare(counts, new Float64Array(50).fill(1 / 50), 50_000);
    expect(statistic).toBeLessThan(limit);
  });
});
