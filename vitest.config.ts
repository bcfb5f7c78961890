import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['node_modules/**', 'results/**'],
    // A browser is unpacked once, before the test files that start it.
    // Left to itself it runs one file at a time on a machine of two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: ['test/report/chromium.ts'],
  },
});
