import { expect, test } from 'vitest';
import { Servers } from './servers.ts';

test('a fetch starts at once where a server is free, and else when the first one is', () => {
  const servers = new Servers(2);
  expect(servers.take(0, 10)).toBe(0);
  expect(servers.take(1, 2)).toBe(1);
  // Free at 10 and 3; then at 10 and 8; then at 10 and 9.
  expect(servers.take(2, 5)).toBe(3);
  expect(servers.take(2, 1)).toBe(8);
  expect(servers.take(20, 1)).toBe(20);
});
