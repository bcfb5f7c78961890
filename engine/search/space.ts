/**
 * A space to search, as data: axes with their values, some of which only mean something where others have certain values. What the
 * axes stand for is no business of the search.
 */
export type Axis = ChoiceAxis | NumberAxis;

interface AxisCommon {
  readonly name: string;
  /** The axis means something only where each of these, which stand before it, has one of the values; always where absent. */
  readonly when?: Readonly<Record<string, readonly string[]>>;
}

/** One of some words; the first is the usual one. */
interface ChoiceAxis extends AxisCommon {
  readonly kind: 'choice';
  readonly values: readonly string[];
  /** Probability that a drawn point has the first value; as likely as any other where absent. */
  readonly usual?: number;
}

/** A positive number, of which the order of magnitude matters. */
export interface NumberAxis extends AxisCommon {
  readonly kind: 'number';
  readonly low: number;
  readonly high: number;
}

export type Coordinate = string | number;

/** A value for each axis that means something there. */
export type Point = Readonly<Record<string, Coordinate>>;

/** The axes that mean something at a point. */
export function activeAxes(space: readonly Axis[], point: Point): Axis[] {
  return space.filter(({ when }) =>
    Object.entries(when ?? {}).every(([name, values]) => values.includes(String(point[name]))),
  );
}

/** The point of the space nearest to some values: what means nothing is left out, what is missing takes its first or middle value. */
export function pointOf(space: readonly Axis[], values: Point): Point {
  const point: Record<string, Coordinate> = {};
  for (const axis of space) {
    if (activeAxes([axis], point).length === 0) continue;
    const value = values[axis.name];
    if (axis.kind === 'choice') point[axis.name] = axis.values.find(each => each === value) ?? axis.values[0]!;
    else point[axis.name] = typeof value === 'number' ? clamp(value, axis) : Math.sqrt(axis.low * axis.high);
  }
  return point;
}

/** @param shares one for each axis, uniform in [0, 1): where in the axis */
export function drawPoint(space: readonly Axis[], shares: Float64Array): Point {
  const drawn = space.map((axis, a) => [axis.name, drawValue(axis, shares[a]!)] as const);
  return pointOf(space, Object.fromEntries(drawn));
}

function drawValue(axis: Axis, share: number): Coordinate {
  if (axis.kind === 'number') return axis.low * (axis.high / axis.low) ** share;
  const { values, usual = 1 / values.length } = axis;
  if (share < usual || values.length === 1) return values[0]!;
  const rest = (share - usual) / (1 - usual);
  return values[1 + Math.min(values.length - 2, Math.floor(rest * (values.length - 1)))]!;
}

/** All points that differ in one axis: any other word, a number larger or smaller by the factor. */
export function neighbours(space: readonly Axis[], point: Point, factor: number): Point[] {
  return activeAxes(space, point).flatMap(axis => {
    const value = point[axis.name]!;
    const others =
      axis.kind === 'choice'
        ? axis.values.filter(each => each !== value)
        : [Number(value) / factor, Number(value) * factor];
    return others.map(other => pointOf(space, { ...point, [axis.name]: other }));
  });
}

/** The number as the axis allows it. */
function clamp(value: number, { low, high }: NumberAxis): number {
  return Math.min(high, Math.max(low, value));
}
