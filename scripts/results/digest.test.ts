import { expect, it } from 'vitest';
import { canonicalJson, hashOf, seal } from './digest.ts';

it('canonical JSON sorts the keys at every depth and leaves lists as they are', () => {
  const value = { b: [{ z: 1, y: null }, 2], a: 'ä', absent: undefined };
  expect(canonicalJson(value)).toBe('{"a":"ä","b":[{"y":null,"z":1},2]}');
});

it('the hash is the SHA-256 of the canonical JSON', () => {
  // printf '{"a":1,"b":2}' | sha256sum
  expect(hashOf({ b: 2, a: 1 })).toBe('43258cff783fe7036d8a43033f830adfc60ec037382473548ac742b888292777');
});

it('the digest of a document does not look at the timing, but at all else', () => {
  const digest = (hits: number, wallMs: number) => seal({ hits }, { wallMs }).digest;
  expect(digest(1, 5)).toBe(digest(1, 6));
  expect(digest(1, 5)).not.toBe(digest(2, 5));
});
