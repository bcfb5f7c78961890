import type { Diagnosis, MissCauses } from '../../engine/documents/diagnosis.ts';
import { percent, plural } from './numbers.ts';

/** The causes of misses, as people read them, in the order in which they are looked for. */
export const MISS_CAUSES = [
  ['compulsory', 'first request'],
  ['expired', 'expired'],
  ['arriving', 'still on its way'],
  ['capacity', 'no room, OPT misses too'],
  ['policy', 'OPT would have hit'],
] as const satisfies readonly (readonly [keyof MissCauses, string])[];

const VERDICTS: Readonly<Record<keyof MissCauses, string>> = {
  compulsory: 'are first requests for a key: no cache answers those',
  expired: 'are for entries whose lifetime had ended: a longer one would have kept them',
  arriving: 'are for data that was on its way already',
  capacity: 'are for want of room: OPT misses them too',
  policy: 'would have been hits of OPT in the same room',
};

/** The cause of most misses, and what is to be done about it. */
export function diagnosisFinding({ misses, causes }: Diagnosis): string {
  if (misses === 0) return 'No request misses';
  const [cause] = MISS_CAUSES.map(([name]) => name).sort((a, b) => causes[b] - causes[a]);
  return `${percent(causes[cause!] / misses, misses)} of the misses ${VERDICTS[cause!]}`;
}

/** What is not a cause of misses: how near OPT is, promotions that were in vain, stale answers. */
export function beside({ misses, optimal, promotions, promotionsUndone, staleHits }: Diagnosis): string[] {
  const facts = [
    `OPT misses ${plural(optimal.misses, 'request')} in the same room, this cache ${plural(misses, 'request')}`,
  ];
  if (promotions > 0)
    facts.push(
      `of ${plural(promotions, 'promotion')} ${percent(promotionsUndone / promotions, promotions)} were undone before a hit in the faster level`,
    );
  if (staleHits > 0) facts.push(`${plural(staleHits, 'hit')} served data that was out of date`);
  return facts;
}
