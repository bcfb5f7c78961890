import type { Column } from '../../workloads/requests.ts';
import type { ClockResult } from '../statistics/clock.ts';
import type { MixResult } from '../statistics/mix.ts';
import type { PopularityResult } from '../statistics/popularity.ts';
import type { ReuseResult } from '../statistics/reuse.ts';
import type { SizesResult } from '../statistics/sizes.ts';
import type { WorkingSetWindow } from '../statistics/working-set.ts';
import type { DocumentHead, Timing } from './head.ts';

/** What a workload holds; no cache is involved. */
export interface TraceInfoDocument extends DocumentHead, MixResult {
  readonly schema: 'tierlab/trace-info@1';
  /** What records say beside their key. */
  readonly columns: readonly Column[];
  /** Null where records have no times. */
  readonly time: ClockResult | null;
  readonly popularity: PopularityResult;
  readonly reuse: ReuseResult;
  /** Null where records have no sizes. */
  readonly sizes: SizesResult | null;
  /** Ten equal parts of the workload, in order. */
  readonly workingSet: readonly WorkingSetWindow[];
  /** Where the workload changes phase: number of the request and a label. */
  readonly phases: readonly { readonly at: number; readonly label: string }[];
  /** Requests per second are those of the measuring alone. */
  readonly timing: Timing;
}
