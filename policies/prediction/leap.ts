import { definePrediction, HOW } from './contract.ts';
import { MajorityTrend } from './majority-trend.ts';

/** Where a client goes, and how far ahead of it is worth looking. */
class Walk {
  readonly trend: MajorityTrend;
  last: number;
  /** First uses of what was proposed, since the last proposals. */
  used = 0;
  private ahead = 0;

  constructor(history: number, id: number) {
    this.trend = new MajorityTrend(history);
    this.last = id;
  }

  /**
   * How many keys to propose: the next power of two above those used, one to try when the client follows the trend, and never less than half of
   * the last number, so that a pause does not end at once what paid a moment ago (algorithm 2).
   */
  window(follows: boolean, most: number): number {
    const wanted = this.used > 0 ? 2 ** Math.ceil(Math.log2(this.used + 1)) : follows ? 1 : 0;
    this.ahead = Math.max(Math.min(wanted, most), Math.floor(this.ahead / 2));
    this.used = 0;
    return this.ahead;
  }
}

/** Prefetching along the difference that the majority of a client's latest requests had. */
export const leap = definePrediction({
  name: 'leap',
  summary: 'Proposes keys along the difference that most of the latest requests had, for keys that are numbers',
  about:
    'At a miss it looks for a majority among the last differences of the client, first among a few and then among more, so a walk is found although ' +
    'other requests come between. The number of keys that are proposed doubles while they are used and falls by half while they are not; ' +
    'without a majority it goes on along the last trend. It looks ahead at misses alone, so that even on an unbroken walk one request in nine ' +
    'misses: where that hurts, stride or sequential serve better. Where nothing is walked it soon proposes nothing.',
  paper: {
    authors: 'H. A. Maruf, M. Chowdhury',
    title: 'Effectively prefetching remote memory with Leap',
    venue: 'USENIX ATC',
    year: 2020,
  },
  parameters: {
    history: {
      type: 'integer',
      default: 32,
      min: 2,
      max: 4_096,
      summary: 'last differences that are kept of a client',
    },
    shortest: {
      type: 'integer',
      default: 4,
      min: 2,
      max: 4_096,
      summary: 'differences among which it looks for a majority first, before it doubles them',
    },
    most: { type: 'integer', default: 8, min: 1, max: 1_024, summary: 'keys that are proposed at a time at most' },
    clients: { type: 'flag', default: true, summary: 'whether the walks of each client are followed by themselves' },
    memory: { type: 'integer', default: 256, min: 1, max: 1e5, summary: 'clients whose walks are followed' },
    ...HOW,
  },
  capabilities: { clients: true, numeric: true },
  create({ keys, propose }, { history, shortest, most, clients, memory }) {
    const space = keys!;
    /** By client, as far as there is memory; made when it comes. */
    const walks: (Walk | undefined)[] = new Array(clients ? memory : 1);
    return {
      request(id, _now, client, hit, ahead) {
        const who = clients ? client % memory : 0;
        const walk = walks[who];
        if (!walk) {
          walks[who] = new Walk(history, id);
          return;
        }
        const step = space.distance(walk.last, id);
        walk.last = id;
        walk.trend.add(step);
        if (ahead) walk.used++;
        // What is on its way is as good as there: it was foreseen.
        if (hit || ahead) return;
        const before = walk.trend.value;
        const count = walk.window(step === before, most);
        walk.trend.find(shortest);
        const { value, share } = walk.trend;
        // Nothing found yet, or the same key again and again.
        if (Number.isNaN(value) || value === 0) return;
        for (let n = 1; n <= count; n++) {
          const next = space.at(id, n * value);
          if (next >= 0) propose(next, share);
        }
      },
    };
  },
});
