import type {
  AdmissionContext,
  AdmissionDescription,
  AdmissionPolicy,
  Counts,
} from '../policies/admission/contract.ts';
import { admissionPolicies } from '../policies/catalog.ts';
import { FrequencySketch } from '../policies/structures/frequency-sketch.ts';
import { LastRequests } from '../policies/structures/last-requests.ts';
import { type Frequency, RecentFrequency } from '../policies/structures/recent-frequency.ts';
import { InputError } from '../spec/input-error.ts';
import { type Resolved, resolveSpec } from '../spec/spec.ts';

/** Looks an admission policy up and refuses what it cannot do. @throws InputError */
export function resolveAdmission(spec: string, sized: boolean, place: string): Resolved<AdmissionDescription> {
  const resolved = resolveSpec(spec, admissionPolicies, 'admission policy', place);
  if (!sized && resolved.entry.capabilities.needsSizes)
    throw new InputError(
      place,
      `${resolved.entry.name} looks at sizes: give the capacity in bytes, on a workload with sizes`,
    );
  return resolved;
}

/** Builds an admission policy from its spec; null for one that admits all, which need not be asked. @throws InputError */
export function buildAdmission(spec: string, place: string, context: AdmissionContext): AdmissionPolicy | null {
  const { entry, values } = resolveAdmission(spec, context.sizes !== null, place);
  return entry.name === 'always' ? null : entry.create(context, values);
}

/** Hears of every request. */
export interface RequestCounter {
  increment(id: number): void;
  /** Whether an id has a count of its own; without the method it shares counters with others. */
  remembers?(id: number): boolean;
}

/** The counters that the policies of one cache have asked for: those that ask for the same share one. */
export class RequestCounters {
  /** The host tells each of them every request. */
  readonly all: RequestCounter[] = [];
  private readonly made = new Map<string, RequestCounter & Frequency>();
  private requests: LastRequests | null = null;
  private readonly universe: number;
  private readonly entries: number;

  /** @param entries that the cache can hold */
  constructor(universe: number, entries: number) {
    this.universe = universe;
    this.entries = entries;
  }

  /** @param window how many requests a count looks back, as a multiple of the entries that the cache can hold */
  frequency(window: number, counts: Counts): Frequency {
    const { universe, entries, made } = this;
    const length = Math.max(16, Math.ceil(window * entries));
    const key = `${counts} ${counts === 'exact' ? length : window}`;
    let counter = made.get(key);
    if (!counter) {
      counter =
        counts === 'exact' ? new RecentFrequency(universe, length) : new FrequencySketch(universe, entries, window);
      made.set(key, counter);
      this.all.push(counter);
    }
    return counter;
  }

  lastRequests(): LastRequests {
    if (this.requests === null) {
      this.requests = new LastRequests(this.universe);
      this.all.push(this.requests);
    }
    return this.requests;
  }
}
