import { describe, expect, it } from 'vitest';
import { nearestName, suggestion } from './nearest.ts';

describe('the nearest name', () => {
  it('is offered for a slip of the keys, in any case', () => {
    expect(nearestName('SEIVE', ['lru', 'sieve'])).toBe('sieve');
  });

  it('may be further away the longer it is', () => {
    // Four letters are missing; a third of 13 letters is four.
    expect(nearestName('exclusive', ['exclusive-lru'])).toBe('exclusive-lru');
    // Three letters differ; a short name allows two.
    expect(nearestName('xyz', ['lru'])).toBeUndefined();
  });

  it('stands in for the list of all names, which is given when none is near', () => {
    expect(suggestion('lur', ['lru', 'fifo'])).toBe('; did you mean "lru"?');
    expect(suggestion('gdsf-plus', ['lru', 'fifo'])).toBe('; known: lru, fifo');
    expect(suggestion('lru', [])).toBe('');
  });
});
