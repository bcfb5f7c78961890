import { definer } from '../policies/define.ts';
import { InputError } from '../spec/input-error.ts';
import { resolveSpec } from '../spec/spec.ts';
import { samplesNamed } from './latency-samples.ts';

/** How long a lookup in a level, or a fetch from the origin, takes: milliseconds, one number for each. */
interface LatencyModel {
  /** Draws the next samples. */
  fill(samples: Float64Array): void;
  /** The one value that `sample` always returns; null when it varies. */
  readonly constantMs: number | null;
}

interface LatencyContext {
  /** Uniform in [0, 1). */
  random(): number;
  /** Where the spec was given, for messages. */
  readonly place: string;
}

const defineLatency = definer<LatencyContext, LatencyModel>();

/** Every model has it: what the size of an answer adds to the time that is drawn. */
const transfer = {
  'per-kib': { type: 'number', default: 0, min: 0, max: 1e6, summary: 'milliseconds more for each KiB of the answer' },
} as const;

const fixed = defineLatency({
  name: 'fixed',
  summary: 'Always the same',
  paper: null,
  parameters: { ms: { type: 'number', default: 1, min: 0, max: 1e9, summary: 'milliseconds' }, ...transfer },
  create: (_context, { ms }) => ({ constantMs: ms, fill: samples => void samples.fill(ms) }),
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
    ...transfer,
  },
  create: ({ random }, { median, sigma }) => {
    const normal = normals(random);
    return {
      constantMs: null,
      fill(samples) {
        for (let i = 0; i < samples.length; i++) samples[i] = median * Math.exp(sigma * normal());
      },
    };
  },
});

const pareto = defineLatency({
  name: 'pareto',
  summary: 'Never below the scale, and above it with a tail that falls as a power: now and then very slow',
  paper: null,
  parameters: {
    scale: { type: 'number', default: 5, min: 0, max: 1e9, summary: 'milliseconds of the fastest' },
    shape: {
      type: 'number',
      default: 2,
      min: 0.1,
      max: 1000,
      summary: 'the share slower than x is (scale / x)^shape; up to 1 only the cap keeps the mean finite',
    },
    cap: {
      type: 'number',
      default: 60_000,
      min: 0,
      max: 1e9,
      summary: 'milliseconds that the slowest take, as with a timeout',
    },
    ...transfer,
  },
  create: ({ random }, { scale, shape, cap }) => ({
    constantMs: null,
    fill(samples) {
      // 1 − random() is never 0.
      for (let i = 0; i < samples.length; i++) samples[i] = Math.min(cap, scale * (1 - random()) ** (-1 / shape));
    },
  }),
});

const empirical = defineLatency({
  name: 'empirical',
  summary: 'Drawn from a file of measured samples, each as likely as any other',
  paper: null,
  parameters: {
    file: {
      type: 'text',
      meaning: 'a path',
      default: '',
      summary: 'milliseconds, one a line; results name the file by the hash of its content',
    },
    ...transfer,
  },
  create: ({ random, place }, { file }) => {
    const measured = samplesNamed(file);
    if (!measured)
      throw new InputError(place, file === '' ? 'empirical needs file=…' : `empirical: no samples "${file}"`);
    return {
      constantMs: null,
      fill(samples) {
        for (let i = 0; i < samples.length; i++) samples[i] = measured[Math.floor(random() * measured.length)]!;
      },
    };
  },
});

/** Standard normal numbers, two at a time: the polar method (Marsaglia and Bray 1964). */
function normals(random: () => number): () => number {
  let spare = Number.NaN;
  return () => {
    if (!Number.isNaN(spare)) {
      const normal = spare;
      spare = Number.NaN;
      return normal;
    }
    for (;;) {
      const x = 2 * random() - 1;
      const y = 2 * random() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * scale;
      return x * scale;
    }
  };
}

export const latencyModels = [fixed, lognormal, pareto, empirical];

/** Samples drawn at once: in a loop of their own they cost half of what they do one by one. */
const BLOCK = 512;

/** A stream of samples from a latency model. */
export class Latency {
  /** Milliseconds that every sample takes; null when they vary. */
  readonly constantMs: number | null;
  /** Milliseconds that each byte of an answer adds to a sample. */
  readonly msPerByte: number;
  private readonly model: LatencyModel;
  private readonly samples = new Float64Array(BLOCK);
  private at = BLOCK;

  constructor(model: LatencyModel, msPerKib: number) {
    this.model = model;
    this.constantMs = model.constantMs;
    this.msPerByte = msPerKib / 1024;
  }

  /** Milliseconds of the next lookup or fetch. */
  sample(): number {
    if (this.at === BLOCK) {
      this.model.fill(this.samples);
      this.at = 0;
    }
    return this.samples[this.at++]!;
  }
}

/** @throws InputError for an unknown model or a bad parameter */
export function buildLatency(spec: string, place: string, random: () => number): Latency {
  const { entry, values } = resolveSpec(spec, latencyModels, 'latency model', place);
  return new Latency(entry.create({ random, place }, values), Number(values['per-kib']));
}

/** Samples for a mean where latency varies: of a heavy tail no formula gives a finite one. */
const SAMPLES = 4_096;

/** Milliseconds on average. @throws InputError for an unknown model or a bad parameter */
export function meanMs(spec: string, place: string, random: () => number): number {
  const latency = buildLatency(spec, place, random);
  if (latency.constantMs !== null) return latency.constantMs;
  let sum = 0;
  for (let n = 0; n < SAMPLES; n++) sum += latency.sample();
  return sum / SAMPLES;
}
