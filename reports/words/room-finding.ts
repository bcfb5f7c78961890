/** What more room in a level is worth to the whole cache, in words. */
import type { LevelRoom, LevelSizeRow, MrcPerLevelDocument, RoomEffect } from '../../engine/documents/mrc-per-level.ts';
import { capacity, capacityWithUnit, milliseconds, plural, points, relativeChange } from './numbers.ts';

/** A level with its sizes: what one picture shows. */
export interface SizedLevel {
  readonly name: string;
  /** Among the levels or the partitions, counted from 0. */
  readonly place: number;
  readonly kind: 'level' | 'partition';
  /** The size that it has. */
  readonly present: number;
  readonly rows: readonly LevelSizeRow[];
  readonly room: LevelRoom;
}

export function sizedLevels({ configuration, rows, rooms }: MrcPerLevelDocument): SizedLevel[] {
  const { length: levels } = configuration.levels;
  return rooms.map((room, store) => ({
    name: room.level,
    ...(store < levels
      ? ({ kind: 'level', place: store } as const)
      : ({ kind: 'partition', place: store - levels } as const)),
    present: room.capacity,
    rows: rows.filter(row => row.level === room.level),
    room,
  }));
}

/** A change in figures: `+1.2 points` of hit ratio, `−3 %` of mean latency; `±0` where nothing shows. */
export interface RoomWords {
  readonly hits: string;
  readonly latency: string;
}

export function roomWords(document: MrcPerLevelDocument, { hits, latencyMeanMs }: RoomEffect): RoomWords {
  const present = asItIs(document);
  const { requests, latencyMeanMs: before } = present;
  return {
    hits: points(requests === 0 ? 0 : hits / requests, requests),
    latency: relativeChange(before, before + latencyMeanMs) ?? '–',
  };
}

/** The run with all levels at the sizes that they have. */
function asItIs({ rooms, rows }: MrcPerLevelDocument): LevelSizeRow {
  const { level, capacity } = rooms[0]!;
  return rows.find(row => row.level === level && row.capacity === capacity)!;
}

/** In which level the room is worth most: by mean latency, in which levels differ even where they hit the same. */
export function roomFinding(document: MrcPerLevelDocument): string {
  const { rooms, room, configuration } = document;
  const best = rooms.reduce((most, each) => (each.more.latencyMeanMs < most.more.latencyMeanMs ? each : most));
  const more = capacityWithUnit(room, configuration.unit);
  const { hits, latency } = roomWords(document, best.more);
  if (best.more.latencyMeanMs >= 0 || (latency.startsWith('±') && hits.startsWith('±')))
    return `${more} more ${room === 1 ? 'makes' : 'make'} no level faster`;
  const where = rooms.length > 1 ? `are worth most in ${best.level}` : `in ${best.level}`;
  return `${more} more ${where}: ${changeWords(document, best.more)}`;
}

/** Where the room would be missed least, of the levels that have it to lose. */
export function lessFinding(document: MrcPerLevelDocument): string {
  const { rooms, room, configuration } = document;
  const cost = ({ less }: LevelRoom) => less?.latencyMeanMs ?? Number.POSITIVE_INFINITY;
  const least = rooms.reduce((best, each) => (cost(each) < cost(best) ? each : best));
  const amount = capacityWithUnit(room, configuration.unit);
  if (!least.less) return `No level has ${amount} to lose`;
  const losing = rooms.flatMap(({ less }) => (less ? [changeWords(document, less)] : []));
  if (losing.every(each => each === NOTHING)) return `${amount} less ${room === 1 ? 'slows' : 'slow'} down no level`;
  const where = rooms.length > 1 ? `are missed least in ${least.level}` : `in ${least.level}`;
  return `${amount} less ${where}: ${changeWords(document, least.less)}`;
}

/** What one level gains and loses: the title of its pictures. */
export function levelFinding(
  document: MrcPerLevelDocument,
  { name, present, room: { more, less } }: SizedLevel,
): string {
  const { unit } = document.configuration;
  const gained = `${name}: ${changeWords(document, more)} with ${capacityWithUnit(more.capacity, unit)} instead of ${capacity(present, unit)}`;
  return less ? `${gained}; ${changeWords(document, less)} with ${capacity(less.capacity, unit)}` : gained;
}

const NOTHING = 'nothing changes';

function changeWords(document: MrcPerLevelDocument, effect: RoomEffect): string {
  const { hits, latency } = roomWords(document, effect);
  if (hits.startsWith('±') && latency.startsWith('±')) return NOTHING;
  return `hit ratio ${hits}, mean latency ${latency}`;
}

/** What was replayed, in one sentence. */
export function perLevelSubject(document: MrcPerLevelDocument): string {
  const { workload, configuration, rooms, seed } = document;
  const { preset, unit } = configuration;
  const sizes = rooms.map(({ level, capacity: size }) => `${level} ${capacity(size, unit)}`).join(', ');
  const present = asItIs(document);
  return `${plural(workload.requests, 'request')} through the preset ${preset} (${sizes}${unit === 'entries' ? ' entries' : ''}; mean latency ${milliseconds(present.latencyMeanMs, 3)}), with one level at a time of another size, seed ${seed}.`;
}
