import { expect, test } from 'vitest';
import type { CurveShape } from '../../engine/curves/shape.ts';
import { bendWords, shapeFinding } from './shape-finding.ts';

function shape(policy: string, knee: number | null, cliffs: CurveShape['cliffs'] = []): CurveShape {
  return {
    policy,
    knee: knee === null ? null : { capacity: knee, missRatio: 0.3 },
    cliffs,
    hull: [],
    steps: [],
    gap: null,
  };
}

const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ');

test('the deepest cliff is what there is to tell', () => {
  const shallow = { from: 0, to: 100, depth: 0.1 };
  const deep = { from: 400, to: 1000, depth: 0.4 };
  expect(plain(shapeFinding([shape('lru', 50, [shallow, deep]), shape('arc', 60)], 'entries'))).toBe(
    'lru falls off a cliff: from 400 up to 1,000 entries room buys little, there much at once',
  );
  expect(plain(shapeFinding([shape('sieve', null, [shallow])], 'entries'))).toContain(
    'sieve falls off a cliff: up to 100',
  );
});

test('without a cliff the knees are told, as many as there are', () => {
  expect(plain(shapeFinding([shape('lru', 400), shape('arc', 200)], 'entries'))).toBe(
    'Every curve bends between 200 and 400 entries: beyond, more room buys much less',
  );
  expect(plain(shapeFinding([shape('lru', 400), shape('arc', null)], 'entries'))).toBe(
    'One curve bends at 400 entries: beyond, more room buys much less',
  );
  expect(shapeFinding([shape('lru', null)], 'entries')).toMatch(/^The curve falls evenly/);
  expect(shapeFinding([shape('lru', null), shape('arc', null)], 'entries')).toMatch(/^The curves fall evenly/);
});

test('the terminal lists them', () => {
  const shapes = [shape('lru', 400, [{ from: 0, to: 100, depth: 0.1 }]), shape('arc', null)];
  expect(plain(bendWords(shapes, 'entries'))).toBe('knee at 400 (lru); cliff up to 100 (lru)');
  expect(bendWords([shape('arc', null)], 'entries')).toBeNull();
});
