/**
 * Requests for a simulation, and what they are made with: `import { Recorder } from 'tierlab/workloads'` (docs/package.md).
 * Runs in the browser as well; trace files are read by `tierlab/traces`.
 */

export type { Description, Parameter, Parameters, Values } from '../spec/parameter.ts';
export { workloads } from './catalog.ts';
export type { WorkloadContext, WorkloadDefaults, WorkloadDescription } from './contract.ts';
export { type Details, Recorder } from './recorder.ts';
export {
  type Batch,
  type Batches,
  type Column,
  DATA_TYPES,
  DELETE,
  GET,
  NO_TTL,
  type Phase,
  PRIORITIES,
  type Requests,
  SET,
} from './requests.ts';
