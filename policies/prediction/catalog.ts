import type { PredictionDescription } from './contract.ts';

export const predictors: readonly PredictionDescription[] = [];
