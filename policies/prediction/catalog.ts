import type { PredictionDescription } from './contract.ts';
import { markov } from './markov.ts';
import { oracle } from './oracle.ts';
import { probabilityGraph } from './probability-graph.ts';
import { sequential } from './sequential.ts';
import { ttlRefresh } from './ttl-refresh.ts';

export const predictors: readonly PredictionDescription[] = [markov, probabilityGraph, sequential, ttlRefresh, oracle];
