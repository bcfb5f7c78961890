import { combinations } from './combinations.ts';
import { latinHypercube, shuffled } from './latin-hypercube.ts';
import { type Judge, type Judged, Ledger } from './ledger.ts';
import { patternSearch } from './pattern-search.ts';
import { type Axis, drawPoint, neighbours, type Point } from './space.ts';

/** A space, where to begin in it, and who judges. */
export interface Problem extends Judge {
  readonly space: readonly Axis[];
  /** Judged before any that is drawn, as far as the evaluations go; what is around the first of them is judged as well. */
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

/** Of the evaluations: for the first points and their way up the rungs, for neighbours of the best, the rest for the numbers of the best. */
const SHARES = { screen: 0.5, refine: 0.3 };
/** Of the first points, those that are drawn from the whole space. */
const DRAWN = 0.1;
/** Of the points at a rung, one in so many is judged at the next. */
const HALVING = 3;
/** Neighbours that are looked at together, of which the most promising are looked at dearly. */
const ROUND = 12;
const PROMISING = 3;
/** How many of the best points are looked around. */
const BEST = 3;
/** A neighbour's numbers are larger or smaller by it. */
const NEIGHBOUR = 1.4;

/**
 * Looks for the point of least loss with a given number of evaluations. The starts, what differs from the first of them in one axis,
 * what helped of that put together, and points drawn evenly from the whole space climb rungs, of which each keeps a third (successive
 * halving: Jamieson and Talwalkar, "Non-stochastic best arm identification and hyperparameter optimization", AISTATS 2016); then
 * what differs from the best in one axis is tried in the same way; then the numbers of the best are moved until no step helps. The same numbers
 * from `random` and the same losses give the same search.
 */
export async function search(problem: Problem, evaluations: number, random: () => number): Promise<Found> {
  const ledger = new Ledger(problem, evaluations);
  await screen(problem, ledger, Math.floor(SHARES.screen * evaluations), random);
  await refine(problem, ledger, Math.floor(SHARES.refine * evaluations), random);
  await settle(problem, ledger);
  // What the numbers left over goes to neighbours again, since the best may have moved far, and then to other points.
  for (let left = -1; ledger.remaining > 0 && left !== ledger.remaining; ) {
    left = ledger.remaining;
    await refine(problem, ledger, left, random);
    await climb(problem, ledger, drawnFrom(problem.space, firstOf(problem, ledger.remaining), random));
  }
  return { entries: ledger.entries, best: ledger.best(), stopped: ledger.stopped };
}

/** How many points can begin at the first rung when a third of them is kept at each, all rungs together taking so many evaluations. */
function firstOf({ rungs }: Problem, evaluations: number): number {
  const times = Array.from({ length: rungs }, (_, rung) => HALVING ** -rung).reduce((sum, each) => sum + each, 0);
  return Math.max(1, Math.floor(evaluations / times));
}

function drawnFrom(space: readonly Axis[], count: number, random: () => number): Point[] {
  return latinHypercube(count, space.length, random).map(shares => drawPoint(space, shares));
}

/** The starts, what is around the first of them, and some of everything, from the cheapest look to the dearest. */
async function screen(problem: Problem, ledger: Ledger, allowance: number, random: () => number): Promise<void> {
  const { space, starts } = problem;
  const first = firstOf(problem, allowance);
  const known = Math.ceil((1 - DRAWN) * first);
  const [centre] = starts;
  const around = centre ? shuffled(neighbours(space, centre, NEIGHBOUR), random) : [];
  const begun = [...starts, ...around].slice(0, known);
  const drawn = drawnFrom(space, first - begun.length, random);
  await ledger.judge([...begun, ...drawn], 0, 'screen');
  const together = centre ? togetherAround(space, ledger, centre, around, 0) : [];
  await climb(problem, ledger, [...begun, ...drawn, ...together]);
}

/** From rung to rung, a third of the points at each. */
async function climb(problem: Problem, ledger: Ledger, begun: readonly Point[]): Promise<void> {
  const { compared, rungs } = problem;
  let points = begun;
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

/** What is around a point and was judged to help, put together. */
function togetherAround(
  space: readonly Axis[],
  ledger: Ledger,
  centre: Point,
  around: readonly Point[],
  rung: number,
): Point[] {
  const mark = ledger.find(centre, rung);
  const changed = around.flatMap(point => ledger.find(point, rung) ?? []);
  return mark ? combinations(space, centre, changed, mark.loss) : [];
}

/** What differs from the best points in one axis: looked at a rung below the last, and what promises to be better at the last. */
async function refine(problem: Problem, ledger: Ledger, allowance: number, random: () => number): Promise<void> {
  const { space, rungs } = problem;
  const last = rungs - 1;
  const glance = Math.max(0, last - 1);
  const floor = ledger.remaining - allowance;
  const left = () => Math.max(0, ledger.remaining - floor);
  while (left() > 0) {
    const round = nextRound(space, ledger, last, glance, random);
    if (!round) return;
    const { centre, around, untried } = round;
    // Neighbours are compared with their centre as it looks at the same rung.
    await ledger.judge(ledger.unseen([centre, ...untried], glance).slice(0, left()), glance, 'refine');
    if (ledger.stopped) return;
    const mark = ledger.find(centre, glance);
    if (!mark) return;
    const helpful = untried
      .flatMap(point => ledger.find(point, glance) ?? [])
      .filter(each => each.loss < mark.loss)
      .sort((a, b) => a.loss - b.loss)
      .slice(0, PROMISING)
      .map(each => each.point);
    const together = togetherAround(space, ledger, centre, around, glance);
    await ledger.judge(
      ledger.unseen([...together.slice(0, PROMISING), ...helpful], last).slice(0, left()),
      last,
      'refine',
    );
  }
}

/** The best point that has neighbours not looked at, and some of these. */
function nextRound(space: readonly Axis[], ledger: Ledger, last: number, glance: number, random: () => number) {
  for (const { point: centre } of ledger.ranked(last).slice(0, BEST)) {
    const around = shuffled(neighbours(space, centre, NEIGHBOUR), random);
    const untried = ledger.unseen(around, glance).slice(0, ROUND);
    if (untried.length > 0) return { centre, around, untried };
  }
  return null;
}

/** The numbers of the best point, and those of the second best as far as the evaluations go. */
async function settle({ space, rungs }: Problem, ledger: Ledger): Promise<void> {
  const last = rungs - 1;
  const [best, second] = ledger.ranked(last);
  if (!best) return;
  await patternSearch(space, best.point, last, ledger, Math.ceil(0.75 * ledger.remaining));
  if (second) await patternSearch(space, second.point, last, ledger, Math.ceil(0.5 * ledger.remaining));
}
