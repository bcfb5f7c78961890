import { placesOf } from './answerers.ts';
import type { ResidencyData } from './residency.ts';
import type { Window } from './windows.ts';

export const NOWHERE = 'nowhere';

interface Look {
  readonly rank: number;
  /** In the middle of the window. */
  readonly request: number;
  readonly y: number;
  readonly place: string;
}

/** Each look at each key, for the pointer. */
export function looksOf(data: ResidencyData, windows: readonly Window[]): Look[] {
  const places = placesOf(data);
  return data.residencyMap.keys.flatMap(({ rank, places: letters }, row) =>
    windows.map(({ from, to }, i) => ({
      rank,
      request: Math.round((from + to) / 2),
      y: row + 0.5,
      place: places[Number.parseInt(letters[i] ?? '', 36)] ?? NOWHERE,
    })),
  );
}
