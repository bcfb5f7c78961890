import { windowParameter } from '../structures/recent-frequency.ts';
import { COUNTS, defineAdmission } from './contract.ts';

/** A newcomer at least this frequent that loses is admitted all the same now and then, with this chance. */
const WARM = 6;
const CHANCE = 1 / 128;

export const tinylfu = defineAdmission({
  name: 'tinylfu',
  summary: 'A newcomer enters when it was requested more often of late than the entry that would leave',
  about:
    'Requests are counted for all keys, resident or not, up to 15, and all counts are halved after every window. Where the ' +
    'level is full the newcomer has to exceed the victim; equally often is not enough. Keys requested once never displace ' +
    'one that was requested twice, so any eviction policy becomes resistant to scans; but what has just become popular ' +
    'waits until it has caught up. Counts are exact, or those of a count-min sketch of four bits as in Caffeine: in a loop, ' +
    'where all keys are equally frequent, its errors alone decide who stays. With the sketch, as in Caffeine, a newcomer ' +
    'requested six times or more that loses is admitted once in 128 times, lest keys that collide with the victim keep all ' +
    'others out.',
  paper: {
    authors: 'G. Einziger, R. Friedman, B. Manes',
    title: 'TinyLFU: A Highly Efficient Cache Admission Policy',
    venue: 'ACM Transactions on Storage 13(4)',
    year: 2017,
  },
  capabilities: { randomised: true },
  parameters: {
    window: windowParameter(10),
    counts: { type: 'choice', choices: COUNTS, default: 'sketch', summary: 'how requests are counted' },
  },
  create: (context, { window, counts }) => {
    const frequency = context.frequency(window, counts);
    if (counts === 'exact') return { admits: (id, victim) => frequency.of(id) > frequency.of(victim) };
    return {
      admits(id, victim) {
        const candidate = frequency.of(id);
        return candidate > frequency.of(victim) || (candidate >= WARM && context.random() < CHANCE);
      },
    };
  },
});
