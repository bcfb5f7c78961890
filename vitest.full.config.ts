import { defineConfig, mergeConfig } from 'vitest/config';
import usual from './vitest.config.ts';

/** All tests, those that take long (`*.full.test.ts`) too, ten times the random cases, and every kind of page in every window. */
export default mergeConfig(usual, defineConfig({ test: { env: { PROPERTY_FACTOR: '10', TIERLAB_FULL: '1' } } }));
