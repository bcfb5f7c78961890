import type { Axis, Point } from '../../search/space.ts';

/** Parameters that change much for the policies and predictors that have them, with the values worth a look; the usual one stands first. */
const TELLING: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'w-tinylfu': { window: ['0.01', '0.1', '0.3'] },
  's3-fifo': { small: ['0.1', '0.03', '0.25'] },
  markov: { threshold: ['0.5', '0.25', '0.75'], support: ['2', '1', '4'] },
  ppm: { threshold: ['0.5', '0.25', '0.75'], support: ['2', '1', '4'] },
  'probability-graph': { threshold: ['0.4', '0.2', '0.6'], support: ['3', '2', '6'] },
};

/**
 * An axis for each telling parameter of what another axis may choose. It means something only where that is chosen, so nobody else's
 * search grows by it. What somebody named with parameters of its own is taken as it is.
 */
export function parameterAxes(of: string, values: readonly string[]): Axis[] {
  return values.flatMap(value =>
    Object.entries(TELLING[value] ?? {}).map(
      ([parameter, choices]): Axis => ({
        kind: 'choice',
        name: axisName(of, value, parameter),
        values: choices,
        when: { [of]: [value] },
      }),
    ),
  );
}

/** What an axis chose, as a spec with the parameters that are not as usual. */
export function specAt(point: Point, of: string): string {
  const chosen = String(point[of]);
  const told = Object.entries(TELLING[chosen] ?? {}).flatMap(([parameter, [usual]]) => {
    const value = point[axisName(of, chosen, parameter)];
    return value === undefined || value === usual ? [] : [`${parameter}=${value}`];
  });
  return told.length === 0 ? chosen : `${chosen}:${told.join()}`;
}

function axisName(of: string, value: string, parameter: string): string {
  return `${parameter} of ${value} as ${of}`;
}
