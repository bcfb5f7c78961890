import { InputError } from '../../../../spec/input-error.ts';
import { parseCount } from '../../../../spec/quantity.ts';
import type { Bench } from '../../protocol.ts';
import type { WorkloadDraft } from './workload-draft.ts';

/** Gets that a page replays at most: a matter of seconds, and of some ten megabytes. */
const MOST_GETS = 5_000_000;

/** What the engine is asked to make of a draft. @throws InputError for a text that is no number, or one too large */
export function benchOf({ workload, requests, seed, warmup }: WorkloadDraft): Bench {
  const gets = requests === '' ? undefined : parseCount(requests, '--requests');
  if (gets !== undefined && gets > MOST_GETS)
    throw new InputError('--requests', `found ${requests}, expected at most 5M in a page; the command line takes more`);
  return {
    source: { kind: 'synthetic', spec: workload, gets },
    seed: seed === '' ? 1 : parseCount(seed, '--seed'),
    warmup: warmup === '' ? 0 : parseCount(warmup, '--warmup'),
  };
}

/** The settings of a command and of an experiment that say the same: what is usual goes without saying. */
export function replayedOf(draft: WorkloadDraft): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(draft).filter(([, text]) => text !== ''));
}
