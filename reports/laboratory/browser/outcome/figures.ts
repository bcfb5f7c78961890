import { totalCapacity } from '../../../../engine/configuration/total-capacity.ts';
import type { Trial } from '../../../../engine/experiments/trial.ts';
import { capacity, compactCount, milliseconds, percent, points, relativeChange } from '../../../words/numbers.ts';
import { element } from '../element.ts';

/** The numbers that matter, large, and beside each what it was with the other cache. */
export function figures(before: Trial, after: Trial, label: string): HTMLElement {
  const { requests } = after.totals;
  const line = (name: string, value: string, was: string, change: string | null) => {
    const changed = change === null ? label : `${change}, ${label}`;
    const big = element('span', { class: 'big' }, value);
    const comparison = element('span', { class: 'comparison' }, value === was ? `as ${label}` : `${changed} ${was}`);
    return element('div', {}, element('dt', {}, name), element('dd', {}, big, comparison));
  };
  const ratio = (trial: Trial) => percent(trial.totals.hitRatio, requests);
  const latency = (name: string, of: 'mean' | 'p99') =>
    line(
      name,
      milliseconds(after.latencyMs[of]),
      milliseconds(before.latencyMs[of]),
      relativeChange(before.latencyMs[of], after.latencyMs[of]),
    );
  const counted = (name: string, of: (trial: Trial) => number, say: (value: number) => string) =>
    line(name, say(of(after)), say(of(before)), relativeChange(of(before), of(after)));
  const { unit } = after.configuration;
  return element(
    'dl',
    { class: 'figures' },
    line('hit ratio', ratio(after), ratio(before), points(after.totals.hitRatio - before.totals.hitRatio, requests)),
    latency('mean latency', 'mean'),
    latency('p99 latency', 'p99'),
    counted('origin fetches', each => each.totals.originFetches, compactCount),
    counted(
      unit === 'entries' ? 'capacity, entries' : 'capacity',
      each => totalCapacity(each.configuration),
      value => capacity(value, unit),
    ),
    ...(after.prefetches ? [counted('fetched ahead', each => each.prefetches?.issued ?? 0, compactCount)] : []),
  );
}
