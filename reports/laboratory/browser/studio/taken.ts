import type { Options } from '../../../../engine/configuration/types.ts';
import type { Experiment } from '../../studio-data.ts';
import { FIRST_WORKLOAD, type WorkloadDraft } from './workload-draft.ts';

/** An experiment, taken apart. */
interface Taken {
  readonly draft: WorkloadDraft;
  readonly cache: Options;
  /** What means nothing in a page, and is only kept. */
  readonly rest: Experiment;
}

/** What an experiment may say beside its workload and its cache. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  ...['seeds', 'format', 'columns', 'mapOps', 'noStore', 'suggest'],
  ...['jobs', 'out', 'noReport', 'json', 'open', 'quiet', 'noColor'],
]);

export function taken(experiment: Experiment): Taken {
  const draft: { -readonly [Name in keyof WorkloadDraft]: string } = { ...FIRST_WORKLOAD };
  const cache: Record<string, string> = {};
  const rest: Record<string, string | boolean> = {};
  for (const [name, value] of Object.entries(experiment)) {
    if (name in draft) draft[name as keyof WorkloadDraft] = String(value);
    else if (ELSEWHERE.has(name)) rest[name] = value;
    else cache[name] = String(value);
  }
  return { draft, cache, rest };
}
