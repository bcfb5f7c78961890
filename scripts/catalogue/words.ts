import type { AdmissionCapabilities } from '../../policies/admission/contract.ts';
import type { EvictionCapabilities } from '../../policies/eviction/contract.ts';
import type { PredictionCapabilities } from '../../policies/prediction/contract.ts';
import type { Paper, Parameter } from '../../spec/parameter.ts';
import { formatDuration } from '../../spec/quantity.ts';

/** `J. Yang, Y. Zhang. FIFO queues are all you need for cache eviction. SOSP 2023`. */
export function citation({ authors, title, venue, year }: Paper): string {
  return `${authors}. ${title}. ${venue} ${year}`;
}

/** What a policy of some family can and cannot do. */
export type Capabilities = Partial<EvictionCapabilities & AdmissionCapabilities & PredictionCapabilities>;

const CAPABILITIES: Readonly<Record<Exclude<keyof Capabilities, 'scales'>, string>> = {
  sized: 'counts bytes',
  needsSizes: 'needs sizes',
  clients: 'tells clients apart',
  clairvoyant: 'reads the future',
  numeric: 'needs keys that are numbers',
  expiring: 'reads lifetimes',
  randomised: 'draws random numbers',
  adaptive: 'tunes itself',
  ghosts: 'remembers evicted entries',
  paced: 'counts requests, so that a sample of them tells nothing about it',
};

/** What a policy can do, in words, and that it does not scale, where nearly all do; empty where there is nothing to say. */
export function abilities(capabilities: Capabilities): string {
  const words = Object.entries(CAPABILITIES).filter(([name]) => capabilities[name as keyof Capabilities]);
  return [...words.map(([, text]) => text), ...(capabilities.scales === false ? ['does not scale'] : [])].join(', ');
}

/** A parameter with its default, as it stands in a spec: `window=5m`. */
export function assignment(name: string, parameter: Parameter): string {
  const { type, default: value } = parameter;
  return `${name}=${type === 'duration' ? formatDuration(value) : value}`;
}

/** What the values may be: `0 … 1`, `whole, at least 1`, `next, top or all`. */
export function domain(parameter: Parameter): string {
  switch (parameter.type) {
    case 'choice':
      return `${parameter.choices.slice(0, -1).join(', ')} or ${parameter.choices.at(-1)}`;
    case 'flag':
      return 'true or false';
    case 'text':
      return parameter.meaning ?? 'a spec';
    case 'integer':
      return ['whole', bounds(parameter)].filter(each => each !== '').join(', ');
    case 'duration':
      return ['a duration', bounds(parameter)].filter(each => each !== '').join(', ');
    case 'number':
      return bounds(parameter) || 'a number';
  }
}

function bounds({ min, max }: { readonly min?: number; readonly max?: number }): string {
  if (min !== undefined && max !== undefined) return `${grouped(min)} … ${grouped(max)}`;
  if (min !== undefined) return `at least ${grouped(min)}`;
  return max === undefined ? '' : `at most ${grouped(max)}`;
}

function grouped(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 20 });
}
