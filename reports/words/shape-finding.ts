import type { Unit } from '../../engine/configuration/types.ts';
import type { Cliff, CurveShape } from '../../engine/curves/shape.ts';
import { capacity, capacityWithUnit } from './numbers.ts';

/** Where the curves bend, in a sentence: the deepest cliff, else how far apart the knees lie. */
export function shapeFinding(shapes: readonly CurveShape[], unit: Unit): string {
  const deepest = shapes
    .flatMap(({ policy, cliffs }) => cliffs.map(cliff => ({ policy, cliff })))
    .reduce<{ policy: string; cliff: Cliff } | null>(
      (most, each) => (most === null || each.cliff.depth > most.cliff.depth ? each : most),
      null,
    );
  if (deepest) {
    const { policy, cliff } = deepest;
    const from = cliff.from === 0 ? '' : `from ${capacity(cliff.from, unit)} `;
    return `${policy} falls off a cliff: ${from}up to ${capacityWithUnit(cliff.to, unit)} room buys little, there much at once`;
  }
  const knees = shapes.flatMap(({ knee }) => (knee ? [knee.capacity] : []));
  if (knees.length === 0)
    return `${shapes.length === 1 ? 'The curve falls' : 'The curves fall'} evenly: no size from which on room stops paying, none where it starts to`;
  const [least, most] = [Math.min(...knees), Math.max(...knees)];
  const all = knees.length === shapes.length;
  const which = all ? 'Every curve bends' : knees.length === 1 ? 'One curve bends' : `${knees.length} curves bend`;
  const where =
    least === most
      ? `at ${capacityWithUnit(least, unit)}`
      : `between ${capacity(least, unit)} and ${capacityWithUnit(most, unit)}`;
  return `${which} ${where}: beyond, more room buys much less`;
}

/** `400–1,000`, or `up to 1,000` for a cliff that begins with no cache at all. */
export function cliffWords({ from, to }: Cliff, unit: Unit): string {
  return from === 0 ? `up to ${capacity(to, unit)}` : `${capacity(from, unit)}–${capacity(to, unit)}`;
}

/** `knee at 400 (lru); cliff up to 1,632 (sieve)`; null where no curve bends. */
export function bendWords(shapes: readonly CurveShape[], unit: Unit): string | null {
  const words = shapes.flatMap(({ policy, knee, cliffs }) => [
    ...(knee ? [`knee at ${capacity(knee.capacity, unit)} (${policy})`] : []),
    ...cliffs.map(cliff => `cliff ${cliffWords(cliff, unit)} (${policy})`),
  ]);
  return words.length === 0 ? null : words.join('; ');
}
