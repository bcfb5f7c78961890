import { defineEviction } from '../contract.ts';
import { type Adaptation, ClockProHands } from './clock-pro-hands.ts';

/**
 * CLOCK-Pro+ is CLOCK-Pro (`ClockProHands`) with an adaptation by utility, as in CAR. A request for a non-resident page says
 * that cold pages should have stayed longer; one for a page that HAND_hot demoted, that hot pages should have. Either moves the
 * allocation by the length of the other history over its own, and by one page at least.
 */
class ClockProPlusAdaptation implements Adaptation {
  /** By id, whether it was hot and has not been requested since it turned cold. */
  private readonly isDemoted: Uint8Array;
  private demotedPages = 0;

  constructor(universe: number) {
    this.isDemoted = new Uint8Array(universe);
  }

  requestedInTest(resident: boolean, nonResidents: number): number {
    return resident ? 0 : Math.max(1, Math.floor(this.demotedPages / nonResidents));
  }

  testEnded(): number {
    return 0;
  }

  requestedAfterTest(page: number, nonResidents: number): number {
    if (this.isDemoted[page] === 0) return 0;
    const pages = Math.max(1, Math.floor(nonResidents / this.demotedPages));
    this.left(page);
    return -pages;
  }

  demoted(page: number): void {
    this.isDemoted[page] = 1;
    this.demotedPages++;
  }

  left(page: number): void {
    if (this.isDemoted[page] === 0) return;
    this.isDemoted[page] = 0;
    this.demotedPages--;
  }
}

export const clockProPlus = defineEviction({
  name: 'clock-pro-plus',
  aliases: ['clock-pro+', 'clockpro+'],
  summary: 'CLOCK-Pro+: CLOCK-Pro whose share of cold pages follows their utility, as in CAR',
  about:
    'CLOCK-Pro with another adaptation: a request for an evicted page makes room for cold pages, one for a page that was ' +
    'demoted takes it back, each in proportion to the other history. It follows workloads that change between recency ' +
    'and frequency faster than CLOCK-Pro, and keeps its strength on loops and scans.',
  paper: {
    authors: 'C. Li',
    title: 'CLOCK-Pro+: improving CLOCK-Pro cache replacement with utility-driven adaptation',
    venue: 'SYSTOR',
    year: 2019,
  },
  parameters: {
    'min-cold': {
      type: 'number',
      default: 0.01,
      min: 0,
      max: 1,
      summary: 'least share of resident cold pages; at least two pages, but no more than half the cache',
    },
    'max-cold': { type: 'number', default: 0.5, min: 0, max: 1, summary: 'largest share of resident cold pages' },
    'non-resident': {
      type: 'number',
      default: 1,
      min: 0,
      summary: 'bound of the non-resident pages that are remembered, as a multiple of the capacity',
    },
  },
  capabilities: { adaptive: true, ghosts: true },
  mostRemembered: (capacity, values) => Math.floor(values['non-resident'] * capacity),
  create: (context, values) => {
    const bounds = { least: values['min-cold'], most: values['max-cold'], nonResident: values['non-resident'] };
    return new ClockProHands(context, bounds, new ClockProPlusAdaptation(context.universe));
  },
});
