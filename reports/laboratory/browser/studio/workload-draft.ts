/** A workload as it is written in options; empty texts are left out. */
export interface WorkloadDraft {
  readonly workload: string;
  readonly requests: string;
  readonly seed: string;
  readonly warmup: string;
}

export const FIRST_WORKLOAD: WorkloadDraft = { workload: 'hot-warm-cold', requests: '', seed: '', warmup: '' };
