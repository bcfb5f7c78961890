import { describe, expect, it } from 'vitest';
import { resolveSpec } from '../../spec/spec.ts';
import { nthHit } from './nth-hit.ts';

/** Whether each hit promotes; a hit is an id and a time in seconds. */
function promotions(spec: string, hits: readonly (readonly [id: number, now: number])[]): boolean[] {
  const { entry, values } = resolveSpec(spec, [nthHit], 'promotion policy', '--promotion');
  const unread = () => expect.unreachable('it counts for itself');
  const context = {
    universe: 4,
    capacities: [],
    frequency: unread,
    lastRequests: unread,
    random: unread,
    answerMs: unread,
    sizeIn: unread,
  };
  const policy = entry.create(context, values);
  return hits.map(([id, now]) => policy.promotes(id, now, -1, 1, 0));
}

describe('the n-th hit', () => {
  it('promotes, and the count starts again', () => {
    const hits = [1, 2, 3, 4, 5, 6].map(now => [0, now] as const);
    expect(promotions('nth-hit:n=3', hits)).toEqual([false, false, true, false, false, true]);
  });

  it('is the first when n is 1', () => {
    expect(
      promotions('nth-hit:n=1', [
        [0, 1],
        [0, 2],
      ]),
    ).toEqual([true, true]);
  });

  it('is counted for each id on its own', () => {
    expect(
      promotions('nth-hit:n=2', [
        [0, 1],
        [1, 2],
        [1, 3],
        [0, 4],
      ]),
    ).toEqual([false, false, true, true]);
  });

  it('may come as late as the window after the first, which may be at 0 s', () => {
    expect(
      promotions('nth-hit:n=2,window=10s', [
        [0, 0],
        [0, 10],
      ]),
    ).toEqual([false, true]);
    expect(
      promotions('nth-hit:n=2,window=10s', [
        [0, 5],
        [0, 15.1],
      ]),
    ).toEqual([false, false]);
  });

  it('too late, is the first of a new window', () => {
    const hits = [
      [0, 0],
      [0, 6],
      [0, 12],
      [0, 18],
      [0, 22],
    ] as const;
    // The window from 0 ends before 12; that from 12 has its third hit at 22.
    expect(promotions('nth-hit:n=3,window=10s', hits)).toEqual([false, false, false, false, true]);
  });

  it('has a window that does not slide: it is counted from the first hit', () => {
    // Each hit follows the one before by 6 s, but the third comes 12 s after the first.
    expect(
      promotions('nth-hit:n=3,window=10s', [
        [1, 0],
        [1, 6],
        [1, 12],
      ]),
    ).toEqual([false, false, false]);
  });
});
