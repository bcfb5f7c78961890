import { expect, test } from 'vitest';
import { synthesize } from '../../engine/synthesize.ts';
import { areNumbers } from './with-keys.ts';

test('keys are numbers where they are known and come in no order of their own', () => {
  const requests = synthesize('zipf:keys=100', { requests: 1_000 });
  expect(areNumbers(requests)).toBe(true);
  const { keys: _, ...unknown } = requests;
  expect(areNumbers(unknown)).toBe(false);
});

test('keys numbered in the order in which they came tell the future, and are not reckoned with', () => {
  const ids = Int32Array.from({ length: 100 }, (_, key) => key);
  const requests = { ...synthesize('loop:keys=100', { requests: 1_000 }), keys: { kind: 'range', ids } as const };
  expect(areNumbers(requests)).toBe(false);
});
