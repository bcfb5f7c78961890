import type { MrcDocument } from '../../../engine/documents/mrc.ts';
import { type CurveView, curveViews, missRatioChartOf, sparedChartOf } from '../../charts/curve-views.ts';
import { curvesOf } from '../../charts/curves.ts';
import type { Drawings } from '../../charts/drawings.ts';
import { pivot } from '../../tables/pivot.ts';
import { estimateNote, middleFinding, mrcFinding, mrcSubject } from '../../words/mrc-finding.ts';
import { capacity, margin, percent, plural } from '../../words/numbers.ts';
import { sparedFinding } from '../../words/spared-finding.ts';
import { typesFinding, typesSubject } from '../../words/types-finding.ts';
import { commandLine } from '../command.ts';
import { figure } from '../figure.ts';
import { type Html, html } from '../html.ts';
import { section } from '../section.ts';

/** Which policy misses least, what was replayed, and how to get it again. */
export function mrcHeadline(document: MrcDocument): Html {
  const { timing, workload, digest } = document;
  const [finding, subject] = headlineOf(document);
  return html`<header>
<p class="kind">${timing.title ?? workload.spec}</p>
<h1>${finding}</h1>
${subject !== null && html`<p>${subject}</p>`}
${timing.command !== undefined && commandLine(timing.command, 'makes this report again')}
<p class="digest">digest <code>${digest}</code></p>
</header>
`;
}

function headlineOf(document: MrcDocument): [finding: string, subject: string | null] {
  if (document.rows.length === 0) return ['Nothing was measured', null];
  const views = curveViews(document);
  if (views[0]!.type === null) return [mrcFinding(document), mrcSubject(document)];
  return [typesFinding(views) ?? 'Each data type alone, at one size', typesSubject(views)];
}

export function missRatioSection(document: CurveView, drawings: Drawings): Html {
  const first = document.rows[0]!;
  const { type } = document;
  const bounds = curvesOf(document.rows).flatMap(({ bound, policy }) => (bound ? [policy] : []));
  const several = document.rows.some(row => row.capacity !== first.capacity);
  const drawn = several
    ? `Miss ratio by size; the strip on top and the tint below it name the policy that misses least. Dashed, and not in the running: OPT, which knows the future${bounds.length > 0 ? `, and ${bounds.join(' and ')}, below which no cache can fall` : ''}; grey: LRU. Rings: knees; dotted, the straight way over a cliff.`
    : 'Miss ratio of each policy, fewest misses first.';
  const intervals =
    estimateNote(document) === null
      ? ''
      : ` The ${several ? 'band around a curve' : 'line through a dot'} is the 95\u00a0% interval of the estimate.`;
  return section(
    type === null ? 'curves' : `curves-${type}`,
    type === null ? middleFinding(document) : `${type} · ${mrcFinding(document)}`,
    `${drawn}${intervals} ${plural(first.requests, 'request')}, seed ${document.seed}.`,
    html`${figure(drawings, missRatioChartOf(document), 'full')}
${several && grid(document)}`,
  );
}

/** How the policies differ, where their curves lie close together. */
export function sparedSection(document: CurveView, drawings: Drawings): Html | null {
  const { rows, type, seed } = document;
  const drawn = figure(drawings, sparedChartOf(document), 'full');
  if (!drawn) return null;
  const first = rows[0]!;
  return section(
    type === null ? 'spared' : `spared-${type}`,
    `${type === null ? '' : `${type} · `}${sparedFinding(rows, first)}`,
    `Points of the miss ratio below that of LRU, by size; below the line a policy misses more. ${plural(first.requests, 'request')}, seed ${seed}.`,
    drawn,
  );
}

/** Policies down, sizes across; what misses least at a size is set bold. */
function grid({ rows, type }: CurveView): Html {
  const { sizes, lines } = pivot(rows);
  const { unit, requests } = rows[0]!;
  const colours = new Map(curvesOf(rows).map(({ policy, colour }) => [policy, colour]));
  return html`<div class="scroll pivot" tabindex="0" role="region" aria-label="Miss ratio by policy and size${type !== null && ` of ${type}`}"><table>
<thead><tr><th scope="col">misses with</th>${sizes.map(size => html`<th scope="col" class="number">${capacity(size, unit)}</th>`)}</tr></thead>
<tbody>${lines.map(
    ({ policy, cells }) =>
      html`<tr><th scope="row"><span class="swatch" style="background:${colours.get(policy)!}"></span>${policy}</th>${cells.map(
        cell =>
          html`<td class="number">${cell === null ? '–' : html`${cell.best ? html`<strong>${percent(cell.missRatio, requests)}</strong>` : percent(cell.missRatio, requests)}${cell.error !== null && html`<br><span class="muted">${margin(cell.error, requests)}</span>`}`}</td>`,
      )}</tr>\n`,
  )}</tbody>
</table></div>`;
}
