import type { Ledger } from './ledger.ts';
import { type Axis, activeAxes, type NumberAxis, type Point, pointOf } from './space.ts';

/** By how much the numbers change, from round to round: the last says how near to the best they come. */
const FACTORS = [1.7, 1.35, 1.16, 1.08, 1.04, 1.02];

/**
 * Moves the numbers of a point towards less loss (pattern search: Hooke and Jeeves, "Direct search solution of numerical and
 * statistical problems", JACM 1961): all steps of one size are tried, in each number alone and in each two together, the best is taken
 * while it improves, and then the steps become smaller. It needs no derivatives, and steps into cliffs are simply not taken.
 * @param evaluations that it may use
 * @returns the best point found
 */
export async function patternSearch(
  space: readonly Axis[],
  start: Point,
  rung: number,
  ledger: Ledger,
  evaluations: number,
): Promise<Point> {
  const stage = 'split';
  const floor = Math.max(0, ledger.remaining - evaluations);
  await ledger.judge([start], rung, stage);
  let best = ledger.find(start, rung);
  if (!best) return start;
  for (const factor of FACTORS) {
    for (;;) {
      const steps = stepsFrom(space, best.point, factor);
      const affordable = ledger.unseen(steps, rung).slice(0, ledger.remaining - floor);
      await ledger.judge(affordable, rung, stage);
      const found = steps.flatMap(point => ledger.find(point, rung) ?? []).sort((a, b) => a.loss - b.loss)[0];
      if (!found || found.loss >= best.loss) break;
      best = found;
    }
    if (ledger.remaining <= floor) break;
  }
  return best.point;
}

function stepsFrom(space: readonly Axis[], point: Point, factor: number): Point[] {
  const numbers = activeAxes(space, point).filter((axis): axis is NumberAxis => axis.kind === 'number');
  const moved = (changes: Point) => pointOf(space, { ...point, ...changes });
  const by = ({ name }: NumberAxis, power: number) => ({ [name]: Number(point[name]) * factor ** power });
  const alone = numbers.flatMap(axis => [-1, 1].map(power => moved(by(axis, power))));
  const together = numbers.flatMap((a, i) =>
    numbers.slice(i + 1).flatMap(b => [-1, 1].map(power => moved({ ...by(a, power), ...by(b, -power) }))),
  );
  return [...alone, ...together];
}
