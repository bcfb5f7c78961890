import { describe, expect, it } from 'vitest';
import { idsOf, made } from './testing/made.ts';

describe('loop', () => {
  it('asks for the same keys in the same order over and over', () => {
    expect(idsOf(made('loop:keys=3', 8))).toEqual([0, 1, 2, 0, 1, 2, 0, 1]);
  });

  it('counts only the keys it reached', () => {
    expect(made('loop:keys=1000', 10).universe).toBe(10);
  });
});
