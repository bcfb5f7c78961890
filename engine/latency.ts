import { definer } from '../policies/define.ts';
import { resolveSpec } from '../spec/spec.ts';

/** How long a lookup in a level, or a fetch from the origin, takes. */
export interface LatencyModel {
  /** Milliseconds of one lookup or fetch. */
  sample(): number;
  /** The one value that `sample` always returns; null when it varies. */
  readonly constantMs: number | null;
}

interface LatencyContext {
  /** Uniform in [0, 1). */
  random(): number;
}

const defineLatency = definer<LatencyContext, LatencyModel>();

const fixed = defineLatency({
  name: 'fixed',
  summary: 'Always the same',
  paper: null,
  parameters: { ms: { type: 'number', default: 1, min: 0, max: 1e9, summary: 'milliseconds' } },
  create: (_context, { ms }) => ({ constantMs: ms, sample: () => ms }),
});

const lognormal = defineLatency({
  name: 'lognormal',
  summary: 'The logarithm is normally distributed: a typical value and a long tail',
  paper: null,
  parameters: {
    median: {
      type: 'number',
      default: 5,
      min: 0,
      max: 1e9,
      summary: 'milliseconds that half of the samples stay below',
    },
    sigma: { type: 'number', default: 0.4, min: 0, max: 5, summary: 'standard deviation of the natural logarithm' },
  },
  create: ({ random }, { median, sigma }) => ({
    constantMs: null,
    sample: () => median * Math.exp(sigma * standardNormal(random)),
  }),
});

/** Box and Muller 1958; 1 − u keeps the logarithm finite. */
function standardNormal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

export const latencyModels = [fixed, lognormal];

/** @throws InputError for an unknown model or a bad parameter */
export function buildLatency(spec: string, place: string, random: () => number): LatencyModel {
  const { entry, values } = resolveSpec(spec, latencyModels, 'latency model', place);
  return entry.create({ random }, values);
}
