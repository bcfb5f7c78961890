import type { CurveView } from '../../charts/curve-views.ts';
import { choosable } from '../../charts/curves.ts';
import { capacity, percent, points } from '../../words/numbers.ts';
import { cliffWords, shapeFinding } from '../../words/shape-finding.ts';
import { type Html, html } from '../html.ts';
import { section } from '../section.ts';

/** Where each curve bends, and how far it stands above the best possible cache. */
export function shapeSection({ shapes = [], rows, type }: CurveView): Html | null {
  const first = rows[0];
  if (!first || shapes.length === 0) return null;
  const { unit, requests } = first;
  const compared = shapes.find(({ gap }) => gap)?.gap?.policy;
  return section(
    type === null ? 'shapes' : `shapes-${type}`,
    `${type === null ? '' : `${type} · `}${shapeFinding(choosable(shapes, rows), unit)}`,
    `Knee: the size from which on more room buys much less. Cliff: a stretch where the curve lies two points or more above the straight line between its ends, which a cache divided in the right proportion could follow.${compared === undefined ? '' : ` The gap is that to ${compared}, in miss ratio, over the sizes measured.`}`,
    html`<div class="scroll" tabindex="0" role="region" aria-label="Knees, cliffs and gaps${type !== null && ` of ${type}`}"><table>
<thead><tr><th scope="col">policy</th><th scope="col" class="number">knee</th><th scope="col" class="number">misses there</th><th scope="col" class="text">cliffs</th>${
      compared !== undefined &&
      html`<th scope="col" class="number">mean gap</th><th scope="col" class="number">largest</th><th scope="col" class="number">at</th>`
    }</tr></thead>
<tbody>${shapes.map(
      ({ policy, knee, cliffs, gap }) =>
        html`<tr><th scope="row">${policy}</th><td class="number">${knee ? capacity(knee.capacity, unit) : '–'}</td><td class="number">${knee ? percent(knee.missRatio, requests) : '–'}</td><td class="text">${cliffs.length === 0 ? '–' : cliffs.map(each => cliffWords(each, unit)).join(', ')}</td>${
          compared !== undefined &&
          html`<td class="number">${gap ? points(gap.mean, requests) : '–'}</td><td class="number">${gap ? points(gap.most, requests) : '–'}</td><td class="number">${gap ? capacity(gap.at, unit) : '–'}</td>`
        }</tr>\n`,
    )}</tbody>
</table></div>`,
  );
}
