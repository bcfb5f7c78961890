import type { TuneDocument, TuneName, Validated } from '../../documents/tune.ts';
import type { Candidate } from './candidate.ts';
import type { Unseen } from './cell.ts';
import type { Measures } from './measures.ts';
import { type Bill, type Objective, objectiveValue } from './objective.ts';
import type { Laboratory } from './trials.ts';
import { Comparison } from './validation.ts';

/** A configuration to be validated. */
export interface Contestant {
  readonly name: TuneName;
  readonly candidate: Candidate;
  readonly capacity: number;
  readonly cost: number;
  readonly bill: Bill;
}

/**
 * Measures configurations on requests that the search did not see, and the first of them against each of the others.
 * @param unseen several seeds, or the one later part, which gives several blocks
 */
export async function validate(
  contestants: readonly Contestant[],
  {
    unseen,
    seed,
    objective,
  }: { readonly unseen: readonly Unseen[]; readonly seed: number; readonly objective: Objective },
  laboratory: Laboratory,
): Promise<TuneDocument['validation']> {
  // Two names may stand for one cache, which is replayed once.
  const texts = contestants.map(({ candidate }) => JSON.stringify(candidate.configuration));
  const distinct = [...new Set(texts)].map(text => contestants[texts.indexOf(text)]!.candidate.configuration);
  const cells = distinct.flatMap(configuration => unseen.map(on => ({ configuration, on })));
  const measured = await laboratory.measure(cells);
  const partsOf = (c: number): Measures[] => {
    const at = [...new Set(texts)].indexOf(texts[c]!);
    return measured.slice(at * unseen.length, (at + 1) * unseen.length).flat();
  };
  const parts = contestants.map((_, c) => partsOf(c));
  const values = contestants.map(({ bill }, c) => parts[c]!.map(each => objectiveValue(objective, each, bill)));
  const comparison = new Comparison(parts[0]!.length, seed, objective);
  const rows = contestants.map(
    ({ name, candidate, capacity, cost }, c): Validated => ({
      name,
      ...candidate,
      capacity,
      cost,
      metrics: comparison.metrics(parts[c]!, values[c]!),
    }),
  );
  return {
    kind: unseen[0]!.kind === 'seed' ? 'seeds' : 'later part',
    parts: parts[0]!.length,
    requests: parts[0]!.reduce((sum, each) => sum + each.requests, 0),
    rows,
    gains: contestants.slice(1).map(({ name }, c) => ({ over: name, ...comparison.gain(values[0]!, values[c + 1]!) })),
  };
}
