import type { Options } from '../../configuration/types.ts';
import type { WorkloadSummary } from '../../documents/head.ts';
import type { TuneDocument, TuneName } from '../../documents/tune.ts';
import { randomStream } from '../../random.ts';
import { search } from '../../search/search.ts';
import type { Axis, Point } from '../../search/space.ts';
import type { Budget } from './budget.ts';
import type { Unseen } from './cell.ts';
import { paretoFront } from './front.ts';
import { gainOf, lossOf } from './objective.ts';
import { sensitivities } from './sensitivity.ts';
import { ROOM } from './space.ts';
import type { Starts } from './starts.ts';
import { type Judging, type Laboratory, roomOf, Trials } from './trials.ts';
import { type Contestant, validate } from './validate.ts';

export interface TuneInput extends Omit<Judging, 'usual'> {
  readonly seed: number;
  readonly workload: WorkloadSummary;
  readonly space: readonly Axis[];
  readonly starts: Starts;
  /** Gets that the search sees. */
  readonly requests: number;
  /** How many evaluations the search may make, those of the default included. */
  readonly evaluations: number;
  /** On what the result is validated. */
  readonly unseen: readonly Unseen[];
  commandFor(options: Options): string;
}

/** A tuning's document but for its digest and timing. */
export type TuneOutcome = Omit<TuneDocument, 'digest' | 'timing'>;

/** The best is looked at once more with less room, to show what memory is worth. */
const ROOMS = [0.5, 0.25, 0.125];

/** Searches, and validates what was found on requests that the search did not see. @throws Error when the books of a replay do not balance */
export async function tune(input: TuneInput, laboratory: Laboratory): Promise<TuneOutcome> {
  const { seed, space, starts, looks, objective, world } = input;
  const trials = new Trials({ ...input, usual: starts.usual }, laboratory);
  const last = looks.length - 1;
  await trials.judge([{ point: starts.usual, rung: last }], 'default');
  // The default is looked at beside the search as well: at every rung but the first, and in place of each miniature.
  const aside = last + looks.filter(look => look.kind === 'sample').length;
  const found = await search(
    {
      space,
      starts: startsInTurn(starts),
      compared: starts.single,
      rungs: looks.length,
      identify: point => trials.identify(point),
      judge: async (each, stage) =>
        laboratory.outOfTime() ? null : (await trials.judge(each, stage)).map(evaluation => evaluation.loss),
    },
    Math.max(1, input.evaluations - aside - ROOMS.length),
    randomStream(seed, 'tune/search'),
  );
  const { point, rung } = found.best ?? { point: starts.usual, rung: last };
  if (!found.stopped) await lessRoom(trials, point, last);
  const contestant = (name: TuneName, at: Point): Contestant => {
    const candidate = trials.candidate(at)!;
    const room = roomOf(world, candidate);
    return { name, candidate, ...room, bill: trials.billFor(room.cost) };
  };
  const single = bestOf(trials, starts.single, last);
  const contestants = [
    contestant('tuned', point),
    contestant('default', starts.usual),
    ...(single ? [contestant('single policy', single)] : []),
    ...(starts.flat ? [contestant('flat LRU', starts.flat)] : []),
  ];
  const validation = await validate(contestants, input, laboratory);
  const chosen = validation.gains.find(each => each.over === 'default')!.verdict === 'better' ? 'tuned' : 'default';
  const row = validation.rows.find(each => each.name === chosen)!;
  const best = trials.evaluationOf(point, rung)!;
  const usual = trials.evaluationOf(starts.usual, rung)!;
  const { evaluations } = trials;
  return {
    schema: 'tierlab/tune@1',
    seed,
    workload: input.workload,
    objective,
    budget: describe(world.budget),
    space,
    search: {
      asked: input.evaluations,
      stopped: found.stopped,
      requests: input.requests,
      looks: looks.map((look, l) => ({ ...look, evaluations: evaluations.filter(each => each.look === l).length })),
    },
    evaluations,
    best: { evaluation: best.number, point },
    front: paretoFront(
      evaluations.filter(each => each.look === last),
      each => lossOf(objective, each.value),
      world.budget.cost === null ? 'capacity' : 'cost',
    ).map(each => each.number),
    sensitivity: found.best ? sensitivities(space, found.entries, found.best) : [],
    validation,
    searchGain: gainOf(objective, best.value, usual.value),
    chosen,
    command: input.commandFor(row.options),
    config: row.configuration,
  };
}

async function lessRoom(trials: Trials, best: Point, rung: number): Promise<void> {
  const smaller = ROOMS.map(room => ({ point: { ...best, [ROOM]: room * Number(best[ROOM] ?? 1) }, rung }));
  await trials.judge(
    smaller.filter(({ point }) => trials.identify(point) !== null),
    'less room',
  );
}

/** The point of the least loss at the dearest rung that any of them was judged at. */
function bestOf(trials: Trials, points: readonly Point[], last: number): Point | undefined {
  for (let rung = last; rung >= 0; rung--) {
    const judged = points.flatMap(point => {
      const loss = trials.identify(point) === null ? undefined : trials.evaluationOf(point, rung)?.loss;
      return loss === undefined ? [] : [{ point, loss }];
    });
    if (judged.length > 0) return judged.sort((a, b) => a.loss - b.loss)[0]!.point;
  }
  return points.find(point => trials.identify(point) !== null)!;
}

/** Of every kind the first, then of every kind the second: where there are evaluations for few of them, there are some of each. */
function startsInTurn({ usual, flat, single, ordered, decisive, schemes }: Starts): Point[] {
  return inTurn([[usual], flat ? [flat] : [], single, ordered, decisive, schemes]);
}

/** The first of each list, then the second of each, and so on. */
function inTurn<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const longest = Math.max(...lists.map(list => list.length));
  return Array.from({ length: longest }, (_, i) => lists.flatMap(list => list.slice(i, i + 1))).flat();
}

function describe({ unit, capacity, cost, tiers, fetchPrice }: Budget): TuneDocument['budget'] {
  const levels = tiers.map(tier => ({
    name: tier.name,
    capacity: tier.capacity,
    ...(cost !== null && { price: tier.price }),
  }));
  return { unit, capacity, cost, levels, ...(fetchPrice !== null && { fetchPrice }) };
}
