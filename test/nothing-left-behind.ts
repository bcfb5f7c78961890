// It starts its service where the process was when it was loaded: not in a directory that a test file makes and removes.
import 'esbuild';
import { afterAll, expect, vi } from 'vitest';

// Test files share processes: what one leaves as it found it cannot decide what the next one sees.
const directory = process.cwd();
const environment = { ...process.env };

afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  expect(process.cwd()).toBe(directory);
  const names = new Set([...Object.keys(environment), ...Object.keys(process.env)]);
  expect([...names].filter(name => process.env[name] !== environment[name])).toEqual([]);
});
