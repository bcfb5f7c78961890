import { defineConfig, mergeConfig } from 'vitest/config';
import usual from './vitest.config.ts';

/** All tests, those that take long (`*.full.test.ts`) too, and ten times the random cases. */
export default mergeConfig(usual, defineConfig({ test: { env: { PROPERTY_FACTOR: '10' } } }));
