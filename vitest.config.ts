import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['node_modules/**', 'results/**'],
    // A browser is unpacked once, before the test files that start it.
    globalSetup: ['test/report/chromium.ts'],
  },
});
