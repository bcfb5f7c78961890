import type { WorkloadDescription } from './contract.ts';
import { zipf } from './synthetic/zipf.ts';

export const workloads: readonly WorkloadDescription[] = [zipf];
