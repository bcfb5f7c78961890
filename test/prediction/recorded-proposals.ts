import { predictors } from '../../policies/prediction/catalog.ts';
import type { Future, KeySpace, Predictor } from '../../policies/prediction/contract.ts';
import { resolveSpec } from '../../spec/spec.ts';

/** What a host would tell the predictor. */
interface Host {
  readonly future?: Future;
  readonly keys?: KeySpace;
  readonly storedAt?: number;
  readonly expiresAt?: number;
  /** What it draws. */
  readonly random?: number;
}

/** A predictor by itself, with what it proposed. */
export function recorded(spec: string, host: Host = {}) {
  const { entry, values } = resolveSpec(spec, predictors, 'predictor', 'test');
  const proposals: [id: number, confidence: number][] = [];
  const refreshed: number[] = [];
  const wakes: number[] = [];
  let now = 0;
  const predictor: Predictor = entry.create(
    {
      universe: 100,
      random: () => host.random ?? 0.5,
      fetchSeconds: 1,
      propose: (id, confidence) => proposals.push([id, confidence]),
      refresh: id => refreshed.push(id),
      wakeAt: seconds => wakes.push(seconds),
      expiresAt: () => host.expiresAt ?? Number.POSITIVE_INFINITY,
      storedAt: () => host.storedAt ?? Number.NaN,
      keys: host.keys ?? null,
      future: host.future ?? null,
    },
    values,
  );
  return {
    predictor,
    wakes,
    refreshed,
    /** What the last of these requests made it propose; each comes ten seconds after the one before, where a fetch takes one. */
    after(ids: readonly number[], client = 0): [id: number, confidence: number][] {
      for (const id of ids) {
        proposals.length = 0;
        predictor.request(id, now, client, false, false);
        now += 10;
      }
      return [...proposals];
    },
    proposals,
  };
}
