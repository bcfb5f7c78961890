import { latinHypercube, shuffled } from './latin-hypercube.ts';
import { type Judge, type Judged, Ledger } from './ledger.ts';
import { patternSearch } from './pattern-search.ts';
import { type Axis, drawPoint, neighbours, type Point } from './space.ts';

/** A space, where to begin in it, and who judges. */
export interface Problem extends Judge {
  readonly space: readonly Axis[];
  /** Judged before any that is drawn, as far as the evaluations go. */
  readonly starts: readonly Point[];
  /** Of these starts the best one is judged at every rung, whatever its rank: somebody wants to compare with it. */
  readonly compared: readonly Point[];
  /** How many looks there are, from the cheapest to the dearest. */
  readonly rungs: number;
}

export interface Found {
  /** In the order in which they were asked for. */
  readonly entries: readonly Judged[];
  /** Undefined when there was no time for anything. */
  readonly best: Judged | undefined;
  /** Whether the time ran out. */
  readonly stopped: boolean;
}

/** Of the evaluations: for drawn points and their way up the rungs, for neighbours of the best, for the numbers of the best. */
const SHARES = { drawn: 0.5, refine: 0.25 };
/** Of the points at a rung, one in so many is judged at the next. */
const HALVING = 3;
/** Neighbours that are looked at together, and how many of the best points they are neighbours of. */
const ROUND = 12;
const BEST = 3;
/** A neighbour's numbers are larger or smaller by it. */
const NEIGHBOUR = 1.4;

/**
 * Looks for the point of least loss with a given number of evaluations: points drawn evenly climb rungs, of which each keeps a third
 * (successive halving: Jamieson and Talwalkar, "Non-stochastic best arm identification and hyperparameter optimization", AISTATS 2016);
 * then those that differ from the best in one axis are tried; then the numbers of the best are moved until no step helps. The same
 * numbers from `random` and the same losses give the same search.
 */
export async function search(problem: Problem, evaluations: number, random: () => number): Promise<Found> {
  const ledger = new Ledger(problem, evaluations);
  await screen(problem, ledger, Math.floor(SHARES.drawn * evaluations), random);
  await refine(problem, ledger, Math.floor(SHARES.refine * evaluations), random);
  await settle(problem, ledger);
  // What the numbers left over goes to neighbours again, since the best may have moved far, and then to other points.
  for (let left = -1; ledger.remaining > 0 && left !== ledger.remaining; ) {
    left = ledger.remaining;
    await refine(problem, ledger, left, random);
    await screen({ ...problem, starts: [] }, ledger, ledger.remaining, random);
  }
  return { entries: ledger.entries, best: ledger.best(), stopped: ledger.stopped };
}

/** Drawn points, from the cheapest look to the dearest. */
async function screen(problem: Problem, ledger: Ledger, allowance: number, random: () => number): Promise<void> {
  const { space, starts, compared, rungs } = problem;
  // With a third kept at each rung, all rungs together take so many times the first.
  const times = Array.from({ length: rungs }, (_, rung) => HALVING ** -rung).reduce((sum, each) => sum + each, 0);
  const first = Math.max(1, Math.floor(allowance / times));
  const drawn = latinHypercube(Math.max(0, first - starts.length), space.length, random);
  let points = [...starts.slice(0, first), ...drawn.map(shares => drawPoint(space, shares))];
  for (let rung = 0; rung < rungs; rung++) {
    await ledger.judge(points, rung, rung === 0 ? 'screen' : 'confirm');
    if (ledger.stopped) return;
    const ranked = ledger.ranked(rung).map(each => each.point);
    const best = ranked.slice(0, Math.max(BEST, Math.round(points.length / HALVING)));
    const keys = new Set(compared.map(point => problem.identify(point)));
    const guest = ranked.find(point => keys.has(problem.identify(point)));
    points = guest === undefined || best.includes(guest) ? best : [...best, guest];
  }
}

/** What differs from the best points in one axis: looked at a rung below the last, and what promises to be better at the last. */
async function refine(problem: Problem, ledger: Ledger, allowance: number, random: () => number): Promise<void> {
  const { space, rungs } = problem;
  const last = rungs - 1;
  const glance = Math.max(0, last - 1);
  const floor = ledger.remaining - allowance;
  while (ledger.remaining > floor) {
    const bests = ledger.ranked(last).slice(0, BEST);
    const around = bests.flatMap(each => shuffled(neighbours(space, each.point, NEIGHBOUR), random).slice(0, ROUND));
    const left = ledger.remaining - floor;
    const untried = ledger.unseen(around, glance).slice(0, Math.min(ROUND, left));
    if (untried.length === 0) return;
    await ledger.judge(untried, glance, 'refine');
    if (glance === last) continue;
    // A neighbour is compared with the best as it looked at the same rung.
    await ledger.judge(
      bests.slice(0, 1).map(each => each.point),
      glance,
      'refine',
    );
    const mark = bests[0] ? (ledger.find(bests[0].point, glance)?.loss ?? Number.POSITIVE_INFINITY) : 0;
    const promising = untried
      .flatMap(point => ledger.find(point, glance) ?? [])
      .filter(each => each.loss < mark)
      .sort((a, b) => a.loss - b.loss)
      .slice(0, Math.min(Math.ceil(ROUND / HALVING), Math.max(0, ledger.remaining - floor)));
    await ledger.judge(
      promising.map(each => each.point),
      last,
      'refine',
    );
  }
}

/** The numbers of the best point, and those of the second best as far as the evaluations go. */
async function settle({ space, rungs }: Problem, ledger: Ledger): Promise<void> {
  const last = rungs - 1;
  const [best, second] = ledger.ranked(last);
  if (!best) return;
  await patternSearch(space, best.point, last, ledger, Math.ceil(0.75 * ledger.remaining));
  if (second) await patternSearch(space, second.point, last, ledger, Math.ceil(0.5 * ledger.remaining));
}
