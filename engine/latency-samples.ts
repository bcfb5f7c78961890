/** Recorded latencies, in milliseconds, under the name that specs call them by. */
export type NamedSamples = readonly [name: string, samples: Float64Array];

const registered = new Map<string, Float64Array>();

/** From here on specs of this thread may name these as well. */
export function registerSamples(samples: readonly NamedSamples[]): void {
  for (const [name, values] of samples) registered.set(name, values);
}

export function registeredSamples(): NamedSamples[] {
  return [...registered];
}

/** Undefined when nothing goes by that name. */
export function samplesNamed(name: string): Float64Array | undefined {
  return registered.get(name);
}
