import type { LoadedWorkload } from '../workload.ts';
import { hashOf } from './digest.ts';

/** Where results go unless the user says otherwise. */
export const RESULTS = 'results';

/**
 * The directory of a run, known before it starts: `results/<command>-<workload>-<hash8>`.
 * @param configuration what, beside the workload, decides the result
 */
export function defaultDirectory(
  command: string,
  { title, summary }: Pick<LoadedWorkload, 'title' | 'summary'>,
  configuration: object,
): string {
  const [first = ''] = title.split(/[:.]/);
  const name = first.replace(/[^\w-]+/g, '-').replace(/^-+|-+$/g, '') || 'workload';
  return `${RESULTS}/${command}-${name}-${hashOf({ ...configuration, workload: summary }).slice(0, 8)}`;
}
