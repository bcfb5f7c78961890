import type { Future } from '../../policies/prediction/contract.ts';
import { GET, type Requests } from '../../workloads/requests.ts';

/**
 * All gets of a workload in order, for predictors that know them: a copy, 12 bytes each, since it is read far from where the replay is.
 * @param rate requests per second, for workloads without times
 */
export function futureOf({ batches, gets }: Requests, rate: number): Future {
  const ids = new Int32Array(gets);
  const times = new Float64Array(gets);
  let count = 0;
  let records = 0;
  for (const { id, op, time, length } of batches) {
    for (let i = 0; i < length; i++, records++) {
      if (op && op[i] !== GET) continue;
      ids[count] = id[i]!;
      times[count++] = time ? time[i]! : records / rate;
    }
  }
  let at = -1;
  return {
    get id() {
      return ids[at]!;
    },
    get time() {
      return times[at]!;
    },
    advance: () => ++at < count,
  };
}
