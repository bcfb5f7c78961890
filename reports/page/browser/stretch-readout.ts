import type { SimDocument } from '../../../engine/documents/sim.ts';
import type { WindowRange } from '../../charts/stretch-of-run.ts';
import { summarizeWindows, type Window } from '../../charts/windows.ts';
import { count, milliseconds, percent } from '../../words/numbers.ts';

/** Writes who answered, and how fast, in a range of windows beside the same for the whole run. */
export function showStretch(
  place: HTMLElement,
  { answeredBy, totals }: SimDocument,
  windows: readonly Window[],
  range: WindowRange | null,
): void {
  const whole = summarizeWindows(windows);
  const part = range ? summarizeWindows(windows.slice(range[0], range[1] + 1)) : whole;
  const figures: [string, string, string][] = [
    ['hit ratio', percent(part.hitRatio, part.requests), percent(whole.hitRatio, totals.requests)],
    ...answeredBy.map((name, i): [string, string, string] => [
      name,
      percent(part.answered[i]! / part.requests, part.requests),
      percent(whole.answered[i]! / whole.requests, totals.requests),
    ]),
    ['mean latency', milliseconds(part.latencyMeanMs), milliseconds(whole.latencyMeanMs)],
    ['highest p99', milliseconds(part.worstP99Ms), milliseconds(whole.worstP99Ms)],
  ];
  const title = range ? stretchTitle(windows, range) : `The whole run, ${count(whole.requests)} requests`;
  const list = element('dl', 'stretch');
  for (const [name, value, all] of figures) {
    const group = element('div', '');
    const answer = element('dd', '', value);
    if (range) answer.append(' ', element('span', 'muted', `whole run ${all}`));
    group.append(element('dt', '', name), answer);
    list.append(group);
  }
  place.replaceChildren(element('p', 'stretch-title', title), list);
}

/** Which requests a stretch has, and when it begins. */
export function stretchTitle(windows: readonly Window[], [first, last]: WindowRange): string {
  const { from, seconds } = windows[first]!;
  return `Requests ${count(from)} to ${count(windows[last]!.to)}, from second ${count(seconds)}`;
}

function element(name: string, className: string, text = ''): HTMLElement {
  const result = document.createElement(name);
  if (className !== '') result.className = className;
  result.textContent = text;
  return result;
}
