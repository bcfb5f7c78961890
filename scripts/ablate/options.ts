import { ABLATED } from '../../engine/experiments/ablation/amounts.ts';
import { choice, type OptionDescription, type OptionDescriptions } from '../options/description.ts';
import { workloadOptions } from '../options/workload.ts';

/** From where, by what measure and in how many orders choices are made. */
export const ablationOptions = {
  from: {
    kind: 'text',
    value: 'PRESET|OPTIONS',
    group: 'Variants',
    catalogue: 'presets',
    default: 'reference',
    summary: 'the design to begin with: a preset, or options as in preset=flat,promotion=never',
  },
  metric: {
    ...choice(ABLATED, 'Variants', `what the choices are to change: ${ABLATED.join(', ')}`),
    value: 'NAME',
    default: 'hitRatio',
  },
  orders: {
    kind: 'text',
    value: 'N',
    group: 'Variants',
    default: '24',
    summary: 'orders of the choices to draw, where there are too many to try all',
  },
} as const satisfies OptionDescriptions;

export const FIVE_SEEDS = { ...workloadOptions.seeds, default: '5' };

export const OTHER_END: OptionDescription = {
  ...ablationOptions.from,
  default: 'tierlab',
  summary: 'the design to arrive at, likewise',
};
