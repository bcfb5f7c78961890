import { resolveSpec } from '../../spec/spec.ts';
import { predictors } from './catalog.ts';
import type { Future, Predictor } from './contract.ts';

/** A predictor by itself, with what it proposed. */
export function recorded(spec: string, future: Future | null = null, universe = 100) {
  const { entry, values } = resolveSpec(spec, predictors, 'predictor', 'test');
  const proposals: [id: number, confidence: number][] = [];
  const wakes: number[] = [];
  const predictor: Predictor = entry.create(
    {
      universe,
      entries: universe,
      random: () => 0.5,
      fetchSeconds: 1,
      leadSeconds: Number(values.lead),
      propose: (id, confidence) => proposals.push([id, confidence]),
      refresh: () => {},
      wakeAt: seconds => wakes.push(seconds),
      expiresAt: () => Number.POSITIVE_INFINITY,
      storedAt: () => Number.NaN,
      future,
    },
    values,
  );
  return {
    predictor,
    wakes,
    /** What the last of these requests made it propose. */
    after(ids: readonly number[], client = 0): [id: number, confidence: number][] {
      for (const id of ids) {
        proposals.length = 0;
        predictor.request(id, 0, client, false);
      }
      return [...proposals];
    },
    proposals,
  };
}
