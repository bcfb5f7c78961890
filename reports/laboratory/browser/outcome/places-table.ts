import type { Trial } from '../../../../engine/experiments/trial.ts';
import { answerersOf } from '../../../charts/answerers.ts';
import { capacity, count, percent } from '../../../words/numbers.ts';
import { element } from '../element.ts';

/** Who answers how many requests, place by place, beside the share with the other cache. */
export function placesTable(before: Trial, after: Trial, label: string): HTMLElement {
  const { requests } = after.totals;
  const earlier = new Map(answerersOf(before).map(each => [each.name, each.answered]));
  const stores = new Map([...after.levels, ...after.partitions].map(each => [each.name, each]));
  const { unit } = after.configuration;
  const number = (text: string) => element('td', { class: 'number' }, text);
  const rows = answerersOf(after).map(({ name, colour, answered }) => {
    const swatch = element('span', { class: 'swatch' });
    swatch.style.background = colour;
    const store = stores.get(name);
    const was = earlier.get(name);
    return element(
      'tr',
      {},
      element('th', { class: 'text' }, swatch, name),
      number(store ? capacity(store.capacity, unit) : '–'),
      number(count(answered)),
      number(percent(answered / requests, requests)),
      number(was === undefined ? '–' : percent(was / requests, requests)),
      number(store ? count(store.evicted) : '–'),
      number(store ? count(store.expired) : '–'),
    );
  });
  for (const row of rows) row.firstElementChild!.setAttribute('scope', 'row');
  const columns = ['', 'capacity', 'requests', 'of all', label, 'evicted', 'expired'];
  const heads = columns.map((name, i) => {
    const head = element('th', { class: i === 0 ? 'text' : 'number' }, name || 'answered by');
    head.scope = 'col';
    return head;
  });
  const table = element('table', {}, element('thead', {}, element('tr', {}, ...heads)), element('tbody', {}, ...rows));
  const frame = element('div', { class: 'scroll', role: 'region', 'aria-label': 'Who answers' }, table);
  frame.tabIndex = 0;
  return frame;
}
