/**
 * The simulator as a library: `import { simulate } from 'tierlab/engine'` (docs/package.md). Runs in the browser as well.
 */

export { InputError } from '../spec/input-error.ts';
export { type Preset, presets } from './configuration/presets.ts';
export { resolveConfiguration, type WorkloadFacts } from './configuration/resolve.ts';
export type { Configuration, LevelConfiguration, Options, Unit } from './configuration/types.ts';
export type * from './documents/head.ts';
export type * from './documents/latency.ts';
export type * from './documents/mrc.ts';
export type * from './documents/places.ts';
export type * from './documents/prediction.ts';
export type * from './documents/sim.ts';
export type * from './documents/suggestion.ts';
export type * from './documents/trace-info.ts';
export { type Curves, missRatioCurves, type Simulation, simulate } from './experiments/simulate.ts';
export { type SynthesisOptions, synthesize } from './synthesize.ts';
