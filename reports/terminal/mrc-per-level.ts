import type { MrcPerLevelDocument, RoomEffect } from '../../engine/documents/mrc-per-level.ts';
import { capacity, capacityWithUnit, milliseconds, percent, plural } from '../words/numbers.ts';
import { perLevelSubject, roomFinding, roomWords, type SizedLevel, sizedLevels } from '../words/room-finding.ts';
import { cut, plainSpaces, printable, wrapped } from './lines.ts';
import { type Paint, type SummaryOptions, unpainted } from './paint.ts';

const GAP = 2;
const NOW = '*';

/** What more room in each level is worth, and hit ratio and mean latency at every size, in 80 columns. */
export function summarizeMrcPerLevel(document: MrcPerLevelDocument, options: SummaryOptions = {}): string {
  const { paint = unpainted, width = 80, reportPath } = options;
  const { workload, timing, seed, digest } = document;
  const paragraph = (text: string) => wrapped(printable(text), width - 2).map(line => `  ${line}`);
  const facts = `${plural(workload.requests, 'request')} · ${plural(workload.keys, 'key')} · seed ${seed} · digest ${digest.slice(0, 8)}`;
  const title = cut(printable(timing.title ?? workload.spec), width);
  const blocks = [
    `${title} · ${facts}`.length <= width ? [`${paint('bold', title)} · ${facts}`] : [paint('bold', title), facts],
    paragraph(roomFinding(document)),
    paragraph(perLevelSubject(document)),
    rooms(document, paint),
    [paint('dim', `  hit ratio and mean latency by the size of each level, ${NOW} as it is`)],
    ...sizedLevels(document).flatMap(level => sizes(level, document, width, paint)),
    ...(reportPath === undefined ? [] : [[`  report   ${reportPath}`]]),
  ];
  return plainSpaces(blocks.map(lines => lines.join('\n')).join('\n\n'));
}

/** The same room more and less in each level. */
function rooms(document: MrcPerLevelDocument, paint: Paint): string[] {
  const { unit } = document.configuration;
  const room = capacityWithUnit(document.room, unit);
  const words = (effect: RoomEffect | null) => {
    if (effect === null) return '–';
    const { hits, latency } = roomWords(document, effect);
    return `${hits}, ${latency}`;
  };
  const lines = sizedLevels(document).map(({ name, present, room: each }) => [
    printable(name),
    capacity(present, unit),
    words(each.more),
    words(each.less),
  ]);
  const table = [['level', 'now', `${room} more`, `${room} less`], ...lines];
  const widths = table[0]!.map((_, column) => Math.max(...table.map(line => line[column]!.length)));
  const written = table.map(line =>
    `  ${line.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]! + GAP))).join('')}`.trimEnd(),
  );
  return [paint('dim', written[0]!), ...written.slice(1)];
}

/** Sizes across, in blocks of as many as the width has room for. */
function sizes(
  { name, present, rows }: SizedLevel,
  document: MrcPerLevelDocument,
  width: number,
  paint: Paint,
): string[][] {
  const { unit } = document.configuration;
  const columns = rows.map(row => [
    `${capacity(row.capacity, unit)}${row.capacity === present ? NOW : ' '}`,
    `${percent(row.hitRatio, row.requests)} `,
    `${milliseconds(row.latencyMeanMs, 3)} `,
  ]);
  const names = [cut(printable(name), 12), 'hit ratio', 'latency'];
  const nameWidth = Math.max(...names.map(each => each.length));
  const cellWidth = Math.max(...columns.flat().map(cell => cell.length)) + GAP;
  const perBlock = Math.max(1, Math.floor((width - 2 - nameWidth) / cellWidth));
  const blocks: string[][] = [];
  for (let start = 0; start < columns.length; start += perBlock) {
    const inBlock = columns.slice(start, start + perBlock);
    const written = names.map((each, line) =>
      `  ${each.padEnd(nameWidth)}${inBlock.map(cells => cells[line]!.padStart(cellWidth)).join('')}`.trimEnd(),
    );
    blocks.push([paint('bold', written[0]!), ...written.slice(1)]);
  }
  return blocks;
}
