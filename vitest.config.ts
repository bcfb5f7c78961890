import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // What imports the package by its name gets the sources.
  ssr: { resolve: { conditions: ['@tierlab/source'] } },
  test: {
    include: ['**/*.test.ts'],
    exclude: ['node_modules/**', 'results/**', 'dist/**'],
    // Left to itself it runs one file at a time on a machine of two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // To start a process and load the modules for each of some 400 files took a quarter of the time.
    isolate: false,
    // A test that runs whole commands takes seconds on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    setupFiles: ['test/property-seed.ts', 'test/threads-start-fast.ts', 'test/nothing-left-behind.ts'],
    // A browser is unpacked, and the sources are compiled, once and before the test files that need them.
    globalSetup: ['test/report/chromium.ts', 'test/compiled-form.ts'],
  },
});
