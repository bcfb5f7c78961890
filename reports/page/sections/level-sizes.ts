import type { MrcPerLevelDocument, RoomEffect } from '../../../engine/documents/mrc-per-level.ts';
import type { Drawings } from '../../charts/drawings.ts';
import { levelSizeChartOf } from '../../charts/level-sizes.ts';
import { titleOf } from '../../words/headline.ts';
import { capacity, capacityWithUnit, plural } from '../../words/numbers.ts';
import {
  lessFinding,
  levelFinding,
  perLevelSubject,
  roomFinding,
  roomWords,
  sizedLevels,
} from '../../words/room-finding.ts';
import { commandLine } from '../command.ts';
import { figure } from '../figure.ts';
import { type Html, html } from '../html.ts';
import { section } from '../section.ts';

/** Where room is worth most, what was replayed, and how to get it again. */
export function perLevelHeadline(document: MrcPerLevelDocument): Html {
  const { timing, digest } = document;
  return html`<header>
<p class="kind">${titleOf(document)}</p>
<h1>${roomFinding(document)}</h1>
<p>${perLevelSubject(document)}</p>
${timing.command !== undefined && commandLine(timing.command, 'makes this report again')}
<p class="digest">digest <code>${digest}</code></p>
</header>
`;
}

/** The same room more and less in each level. */
export function roomSection(document: MrcPerLevelDocument): Html {
  const { unit } = document.configuration;
  const room = capacityWithUnit(document.room, unit);
  const cells = (effect: RoomEffect | null) => {
    const words = effect && roomWords(document, effect);
    return html`<td class="number">${words ? words.hits : '–'}</td><td class="number">${words ? words.latency : '–'}</td>`;
  };
  return section(
    'rooms',
    lessFinding(document),
    `Each line is two runs of the whole cache on the same requests: with ${room} more in that level, and with ${room} less. Changes of the hit ratio and of the mean latency against the cache as it is.`,
    html`<div class="scroll" tabindex="0" role="region" aria-label="Room by level"><table>
<thead><tr><th scope="col">level</th><th scope="col" class="number">now</th><th scope="col" class="number">more: hit ratio</th><th scope="col" class="number">latency</th><th scope="col" class="number">less: hit ratio</th><th scope="col" class="number">latency</th></tr></thead>
<tbody>${sizedLevels(document).map(
      ({ name, present, room: each }) =>
        html`<tr><th scope="row">${name}</th><td class="number">${capacity(present, unit)}</td>${cells(each.more)}${cells(each.less)}</tr>\n`,
    )}</tbody>
</table></div>`,
  );
}

/** Two small pictures for each level. */
export function levelSizeSection(document: MrcPerLevelDocument, drawings: Drawings): Html[] {
  return sizedLevels(document).map(level =>
    section(
      `sizes-of-${level.kind}-${level.place + 1}`,
      levelFinding(document, level),
      `The whole cache with ${level.name} of other sizes, the other levels as they are; ring and dotted line: as it is. All levels are drawn on the same axes of hit ratio and latency. ${plural(document.workload.requests, 'request')}, seed ${document.seed}.`,
      html`<div class="pair">
${figure(drawings, levelSizeChartOf(level, 'hits'), 'half', 'Hit ratio')}
${figure(drawings, levelSizeChartOf(level, 'latency'), 'half', 'Mean latency')}
</div>`,
    ),
  );
}
