import { defineEviction } from '../contract.ts';
import { SampleRanking } from './sample-ranking.ts';

/** Hyperbolic caching: the priority of an entry is n / t, its uses since it entered by the time since; the lowest of a sample goes. */
export const hyperbolic = defineEviction({
  name: 'hyperbolic',
  summary: 'Evicts the entry with the fewest uses per time since it entered, among some drawn at random',
  about:
    'An entry is worth its uses divided by its time in the cache, so a newcomer starts high and falls until uses ' +
    'hold it up: popularity is estimated without the head start that LFU gives to the old. As worth changes while nothing ' +
    'happens, entries cannot be kept in order and are drawn instead. It suits stable popularity; a hot set that has ' +
    'moved leaves slowly. Sizes are not looked at.',
  paper: {
    authors: 'A. Blankstein, S. Sen, M. J. Freedman',
    title: 'Hyperbolic caching: flexible caching for web applications',
    venue: 'USENIX ATC',
    year: 2017,
  },
  parameters: {
    samples: { type: 'integer', default: 64, min: 1, max: 1024, summary: 'entries drawn for each eviction' },
  },
  capabilities: { sized: true, randomised: true },
  create: (context, { samples }) => new SampleRanking(context, 'hyperbolic', samples),
});
