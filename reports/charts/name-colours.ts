import { POLICY_COLOURS, policyColour } from './palette.ts';

/** The place in the palette of names that stand in many reports, so that they have the same colour in all of them. */
const USUAL: Readonly<Record<string, number>> = {
  ...{ tierlab: 0, guarded: 0, tuned: 0 },
  ...{ arc: 1, car: 1, default: 1 },
  ...{ 's3-fifo': 2, 'exclusive-lru': 2 },
  ...{ sieve: 3, clock: 3 },
  ...{ lirs: 4, 'clock-pro': 4, reference: 4 },
  ...{ 'w-tinylfu': 5, lfu: 5 },
  ...{ fifo: 6, 'lru-k': 6 },
  ...{ '2q': 7, 'two-queue': 7, slru: 7, random: 7 },
};

/**
 * A colour for each of some names, most of them of policies: the usual one of the name without its parameters, as long as nobody
 * before has it, else the next that is free. Whoever finds none is grey, as is LRU, which all others are measured against.
 * @param names those that come first choose first
 */
export function coloursByName(names: readonly string[]): ReadonlyMap<string, string> {
  const free = new Set(Array.from({ length: POLICY_COLOURS }, (_, place) => place));
  const places = new Map<string, number>();
  const take = (name: string, place: number | undefined) => {
    if (place === undefined || !free.delete(place)) return;
    places.set(name, place);
  };
  const coloured = names.filter(name => !isGrey(name));
  for (const name of coloured) take(name, USUAL[plain(name)]);
  for (const name of coloured) if (!places.has(name)) take(name, free.values().next().value);
  return new Map(names.map(name => [name, colourAt(places.get(name))]));
}

function isGrey(name: string): boolean {
  return /^(lru|flat|flat lru)$/i.test(name);
}

function plain(name: string): string {
  return name.split(':', 1)[0]!.trim().toLowerCase();
}

function colourAt(place: number | undefined): string {
  return place === undefined ? 'var(--muted)' : policyColour(place);
}
