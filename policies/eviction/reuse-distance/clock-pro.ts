import { defineEviction } from '../contract.ts';
import { type Adaptation, ClockProHands } from './clock-pro-hands.ts';

/**
 * CLOCK-Pro approximates LIRS with a clock (`ClockProHands`). Its allocation for resident cold pages grows by one when a page
 * is requested in its test period, for then cold pages should have stayed longer, and shrinks by one when a test period ends
 * without a request.
 */
class ClockProAdaptation implements Adaptation {
  requestedInTest(): number {
    return 1;
  }

  testEnded(requested: boolean): number {
    return requested ? 1 : -1;
  }

  requestedAfterTest(): number {
    return 0;
  }

  demoted(): void {}

  left(): void {}
}

export const clockPro = defineEviction({
  name: 'clock-pro',
  aliases: ['clockpro'],
  summary: 'CLOCK-Pro: LIRS on a clock, with as many cold pages as their test periods say are worth it',
  about:
    'One clock holds hot and cold pages and, for a test period, those that were evicted; what is requested in its test ' +
    'period has a short reuse distance and may turn hot. It does on loops and scans nearly what LIRS does, a hit only ' +
    'sets a bit, and the share of cold pages adapts itself; a miss may move three hands a long way.',
  paper: {
    authors: 'S. Jiang, F. Chen, X. Zhang',
    title: 'CLOCK-Pro: an effective improvement of the CLOCK replacement',
    venue: 'USENIX ATC',
    year: 2005,
  },
  parameters: {
    'min-cold': {
      type: 'number',
      default: 0.01,
      min: 0,
      max: 1,
      summary: 'least share of resident cold pages; at least two pages, but no more than half the cache',
    },
    'max-cold': { type: 'number', default: 0.99, min: 0, max: 1, summary: 'largest share of resident cold pages' },
    'non-resident': {
      type: 'number',
      default: 2,
      min: 0,
      summary: 'bound of the non-resident pages that are remembered, as a multiple of the capacity',
    },
  },
  capabilities: { adaptive: true, ghosts: true },
  mostRemembered: (capacity, values) => Math.floor(values['non-resident'] * capacity),
  create: (context, values) => {
    const bounds = { least: values['min-cold'], most: values['max-cold'], nonResident: values['non-resident'] };
    return new ClockProHands(context, bounds, new ClockProAdaptation());
  },
});
