import type { PredictionDescription } from './contract.ts';
import { leap } from './leap.ts';
import { markov } from './markov.ts';
import { mithril } from './mithril.ts';
import { oracle } from './oracle.ts';
import { periodic } from './periodic.ts';
import { ppm } from './ppm.ts';
import { probabilityGraph } from './probability-graph.ts';
import { sequential } from './sequential.ts';
import { stride } from './stride.ts';
import { ttlRefresh } from './ttl-refresh.ts';

export const predictors: readonly PredictionDescription[] = [
  sequential,
  stride,
  leap,
  markov,
  ppm,
  probabilityGraph,
  mithril,
  periodic,
  ttlRefresh,
  oracle,
];
