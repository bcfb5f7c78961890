import type { TuneDocument, Validated } from '../../engine/documents/tune.ts';
import { bareMilliseconds, capacity, percent } from './numbers.ts';

type Objective = TuneDocument['objective'];

/** What is to be made small or large, as a noun. */
export const objectiveNouns: Readonly<Record<Objective, string>> = {
  latency: 'mean latency',
  p99: 'p99 latency',
  hitRatio: 'hit ratio',
  originFetches: 'origin load',
  cost: 'cost a month',
};

/** The same with its unit, as an axis has it. */
export const objectiveAxes: Readonly<Record<Objective, string>> = {
  latency: 'mean latency, ms',
  p99: 'p99 latency, ms',
  hitRatio: 'hit ratio, %',
  originFetches: 'fetches, % of requests',
  cost: 'cost a month',
};

/** A value of the objective: `0.42 ms`, `51.2 %`, `12.3`. */
export function objectiveText(objective: Objective, value: number, requests: number): string {
  switch (objective) {
    case 'latency':
    case 'p99':
      return compared(value);
    case 'hitRatio':
      return percent(value, requests);
    case 'originFetches':
      return fetches(value, requests);
    case 'cost':
      return money(value);
  }
}

/** Milliseconds that stand beside others of which they differ by little: three digits. */
export function compared(value: number): string {
  return `${Number(value.toPrecision(3)).toLocaleString('en-US', { maximumSignificantDigits: 3 })}\u00a0ms`;
}

/** The same as a number on an axis. */
export function onAxis(objective: Objective, value: number): number {
  return objective === 'hitRatio' || objective === 'originFetches' ? 100 * value : value;
}

/** Fetches a request, of which there may be more than one. */
export function fetches(perRequest: number, requests: number): string {
  return perRequest < 1 ? percent(perRequest, requests) : `${(100 * perRequest).toFixed(1)}\u00a0%`;
}

/** Three digits, in whatever money the prices are. */
export function money(value: number): string {
  return bareMilliseconds(value);
}

/** `8.2 %` or `1.2 points`: how much is gained, without a sign. */
export function gainSize(objective: Objective, gain: number): string {
  const size = 100 * Math.abs(gain);
  const text = Number(size.toPrecision(size < 1 ? 1 : size < 10 ? 2 : 3)).toLocaleString('en-US');
  return objective === 'hitRatio' ? `${text}\u00a0${text === '1' ? 'point' : 'points'}` : `${text}\u00a0%`;
}

/** `lower` or `higher`: the good way, or the bad one. */
export function direction(objective: Objective, gain: number): string {
  return gain >= 0 === (objective !== 'hitRatio') ? 'lower' : 'higher';
}

/** `95 % interval 7.9 to 8.5 %`. */
export function gainInterval(objective: Objective, low: number, high: number): string {
  const digits = Math.max(Math.abs(low), Math.abs(high)) < 0.01 ? 2 : 1;
  const say = (value: number) => `${value < 0 ? '\u2212' : ''}${Math.abs(100 * value).toFixed(digits)}`;
  return `95\u00a0% interval ${say(low)} to ${say(high)}\u00a0${objective === 'hitRatio' ? 'points' : '%'}`;
}

/** The name of a row, with the policy where that is what it is about. */
export function rowName({ name, configuration }: Pick<Validated, 'name' | 'configuration'>): string {
  return name === 'single policy' ? `all ${configuration.levels[0]!.policy}` : name;
}

/** `L1 100, L2 500`. */
export function levelSizes({ levels, unit }: Validated['configuration']): string {
  return levels.map(level => `${level.name}\u00a0${capacity(level.capacity, unit)}`).join(', ');
}

/** A value of an axis: numbers are shares, in percent. */
export function coordinateText(value: string | number): string {
  return typeof value === 'number' ? `${Number((100 * value).toPrecision(2))}\u00a0%` : value;
}
