/** Recorded latencies, in milliseconds, under the name that specs call them by. */
export type NamedSamples = readonly [name: string, samples: Float64Array];

let registered: ReadonlyMap<string, Float64Array> = new Map();

/** From here on these are the samples that specs of this thread may name. */
export function registerSamples(samples: readonly NamedSamples[]): void {
  registered = new Map(samples);
}

export function registeredSamples(): NamedSamples[] {
  return [...registered];
}

/** Undefined when nothing goes by that name. */
export function samplesNamed(name: string): Float64Array | undefined {
  return registered.get(name);
}
