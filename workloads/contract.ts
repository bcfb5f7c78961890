import type { Description, Parameters, Values, ValuesOf } from '../spec/parameter.ts';
import type { BatchSink } from './batch-sink.ts';
import type { Requests } from './requests.ts';

/** What a synthetic workload is made from. */
export interface WorkloadContext {
  /** Number of gets to produce; sets and deletes come on top. */
  readonly requests: number;
  /**
   * A stream of uniform numbers in [0, 1) by name; the same name gives the same numbers for the same master seed, from the
   * start at every call. So each name is asked for once, and what one stream yields never depends on another.
   */
  random(name: string): () => number;
  /** Where the recorder is to put its batches; without one they stay in memory. */
  readonly sink?: BatchSink | undefined;
}

/** What a workload asks for where neither an option nor a configuration file says otherwise; each is the text of an option. */
export interface WorkloadDefaults {
  readonly fill?: string;
  /** Capacities of the levels, from the first to the last, in entries. */
  readonly capacities?: readonly number[];
}

/** One entry of the catalogue of synthetic workloads. */
export interface WorkloadDescription extends Description {
  /** Where the model comes from, if it was published. */
  readonly source?: string;
  /** Gets, when the user names no number. */
  readonly requests: number;
  /** The cache that suits the workload with these values. */
  defaults?(values: Values): WorkloadDefaults;
  /** @throws InputError for values that contradict each other */
  generate(context: WorkloadContext, values: Values): Requests;
}

/** Declares a synthetic workload; the values that `defaults` and `generate` receive are typed by the parameters beside them. */
export function defineWorkload<const P extends Parameters>(
  description: Omit<WorkloadDescription, 'parameters' | 'defaults' | 'generate'> & {
    readonly parameters: P;
    defaults?(values: ValuesOf<P>): WorkloadDefaults;
    generate(context: WorkloadContext, values: ValuesOf<P>): Requests;
  },
): WorkloadDescription {
  const { defaults, generate, ...rest } = description;
  // The catalogue forgets P; resolveSpec has validated the values against these very parameters.
  return {
    ...rest,
    ...(defaults && { defaults: (values: Values) => defaults(values as ValuesOf<P>) }),
    generate: (context, values) => generate(context, values as ValuesOf<P>),
  };
}
