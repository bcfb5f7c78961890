import type { TuneDocument } from '../../../engine/documents/tune.ts';
import type { Drawings } from '../../charts/drawings.ts';
import { MOST_LINES } from '../../charts/parallel-coordinates.ts';
import { capacity, percent, plural } from '../../words/numbers.ts';
import {
  chosenText,
  evaluatedFinding,
  frontFinding,
  overfittingFinding,
  paidWith,
  searchSubject,
  sensitivityFinding,
  singleFinding,
  tuneEvidence,
  tuneFinding,
  unseenText,
} from '../../words/tune-finding.ts';
import { compared, fetches, money, rowName } from '../../words/tune-words.ts';
import { commandLine } from '../command.ts';
import { figure } from '../figure.ts';
import { type Html, html } from '../html.ts';
import { section } from '../section.ts';

/** What was found, what it is, and how to run it. */
export function tuneHeadline(document: TuneDocument): Html {
  const { timing, workload, digest, chosen, command } = document;
  return html`<header>
<p class="kind">${timing.title ?? workload.spec}</p>
<h1>${tuneFinding(document)}</h1>
<p>${tuneEvidence(document)} ${searchSubject(document)}</p>
<p>${chosen === 'tuned' ? 'Chosen' : 'The default'}: ${chosenText(document)}.</p>
${commandLine(command, 'runs the workload with what was chosen')}
${timing.command !== undefined && commandLine(timing.command, 'makes this report again')}
<p class="digest">digest <code>${digest}</code></p>
</header>
`;
}

export function unseenSection(document: TuneDocument, drawings: Drawings): Html {
  const asides = [paidWith(document), singleFinding(document)].filter(each => each !== null);
  return section(
    'unseen',
    overfittingFinding(document),
    `Measured ${unseenText(document)}, with 95\u00a0% intervals.${asides.map(each => ` ${each}.`).join('')}`,
    html`${figure(drawings, 'dots-objective', 'full')}
${contestants(document)}`,
  );
}

function contestants({ validation, chosen, budget, objective }: TuneDocument): Html {
  const { rows, requests } = validation;
  const priced = budget.cost !== null;
  const total = objective === 'cost';
  const headings = [
    ...['mean latency', 'p99 latency', 'hit ratio', 'fetches', priced ? 'cost of memory' : 'memory'],
    ...(total ? ['and of fetches'] : []),
  ];
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Configurations on unseen requests"><table>
<thead><tr><th scope="col">on unseen requests</th>${headings.map(name => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
<tbody>${rows.map(row => {
    const { latencyMeanMs, latencyP99Ms, hitRatio, fetchesPerRequest } = row.metrics;
    const cells = [
      compared(latencyMeanMs.mean),
      compared(latencyP99Ms.mean),
      percent(hitRatio.mean, requests),
      fetches(fetchesPerRequest.mean, requests),
      priced ? money(row.cost) : capacity(row.capacity, budget.unit),
      ...(total ? [money(row.metrics.objective.mean)] : []),
    ];
    const name = row.name === chosen ? html`<strong>${rowName(row)}</strong>` : rowName(row);
    return html`<tr><th scope="row">${name}</th>${cells.map(cell => html`<td class="number">${cell}</td>`)}</tr>\n`;
  })}</tbody>
</table></div>`;
}

export function frontSection(document: TuneDocument, drawings: Drawings): Html | null {
  const drawn = figure(drawings, 'front', 'full');
  if (!drawn) return null;
  return section(
    'front',
    frontFinding(document),
    `Every configuration that was looked at with all ${plural(document.search.requests, 'request')} of the search, by its memory; joined are those that nothing surpasses with as little. Three of them are the best one with a half, a quarter and an eighth of its room.`,
    drawn,
  );
}

export function sensitivitySection(document: TuneDocument, drawings: Drawings): Html | null {
  const drawn = figure(drawings, 'sensitivity', 'full');
  if (!drawn) return null;
  return section(
    'sensitivity',
    sensitivityFinding(document),
    'The best configuration with one axis changed: a dot for each value that was tried, large that of the best; beside the line the worst. Each is compared with the best on the same requests, which are a part of them where the change did not promise anything.',
    drawn,
  );
}

export function evaluatedSection(document: TuneDocument, drawings: Drawings): Html | null {
  const drawn = figure(drawings, 'parallel-coordinates', 'full');
  if (!drawn) return null;
  return section(
    'evaluated',
    evaluatedFinding(document),
    `A line for ${linesDrawn(document)}, through its values from axis to axis: the best is thick, those that beat the default are pale blue, the others grey. Where an axis means nothing, lines pass at the left edge.`,
    drawn,
  );
}

/** `each`, or `150 of them, evenly spaced from the worst to the best`. */
function linesDrawn({ evaluations, search }: TuneDocument): string {
  const whole = evaluations.filter(each => each.look === search.looks.length - 1 && each.stage !== 'less room').length;
  return whole > MOST_LINES ? `${MOST_LINES} of them, evenly spaced from the worst to the best` : 'each';
}
