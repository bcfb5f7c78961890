import { defineConfig, mergeConfig } from 'vitest/config';
import usual from './vitest.config.ts';

/** All tests, those that take long too, ten times the random cases, and every kind of page in every window. */
export default mergeConfig(usual, defineConfig({ test: { env: { TIERLAB_FULL: '1' } } }));
