import { BoundedRows, NO_ROW } from '../structures/bounded-rows.ts';
import { PriorityHeap } from '../structures/priority-heap.ts';
import { definePrediction, HOW } from './contract.ts';
import { Intervals, WINDOW } from './intervals.ts';

/**
 * Mean deviations that the margin changes by with each proposal that came too early or too late: this much at most, and all that are waited for
 * together change it by no more than twice one. They were planned with the old margin, so larger steps would swing.
 */
const STEP = 0.05;
const TOGETHER = 2;

/** What becomes of a row: nothing for now, a proposal at its time, or it was proposed and is waited for. */
const IDLE = 0;
const DUE = 1;
const PROPOSED = 2;

/**
 * Learns how long it takes from one request for an id to the next, and how much that varies, as Jacobson estimates round trips. Ids whose
 * intervals are even enough are proposed shortly before they are due, without any request that would give the occasion. How
 * much earlier it has to be, and how early is too early for an entry to stay, it learns from what became of its proposals.
 */
export const periodic = definePrediction({
  name: 'periodic',
  summary: 'Proposes an id shortly before it is due, where it is asked for at even intervals',
  about:
    'It wakes up by itself, earlier than an id is due by the time of a fetch and a few mean deviations of its intervals, and needs nothing of what other ' +
    'ids do. It pays for pollers, dashboards and jobs whose period is longer than an entry stays in the cache. What is fetched must stay ' +
    'until it is asked for: where deviations are longer than that, it does for some of the requests only. Requests at random times it leaves alone.',
  paper: {
    authors: 'V. Jacobson',
    title: 'Congestion avoidance and control (its estimator of mean and deviation)',
    venue: 'SIGCOMM',
    year: 1988,
  },
  parameters: {
    tolerance: {
      type: 'number',
      default: 0.1,
      min: 0,
      max: 1,
      summary: 'share of the period by which an interval may differ and still be as expected',
    },
    threshold: {
      type: 'number',
      default: 0.5,
      min: 0,
      max: 1,
      summary: 'share of the latest intervals that must have been as expected; with fewer a period is looked for anew',
    },
    support: { type: 'integer', default: 3, min: 1, max: WINDOW, summary: 'intervals that must be known of an id' },
    margin: {
      type: 'number',
      default: 2,
      min: 0,
      max: 100,
      summary: 'mean deviations by which it fetches earlier, so that few requests come first',
    },
    adapt: {
      type: 'flag',
      default: true,
      summary:
        'whether the margin grows with each request that comes before its data, and shrinks when data was gone again',
    },
    memory: { type: 'integer', default: 65_536, min: 1, max: 1e8, summary: 'ids of which a period is kept' },
    ...HOW,
  },
  create({ universe, fetchSeconds, propose, wakeAt }, { tolerance, threshold, support, margin, adapt, memory }) {
    const rows = new BoundedRows(universe, memory);
    const count = Math.min(universe, memory);
    const last = new Float64Array(count);
    const intervals = new Intervals(count, tolerance, threshold);
    const { period, deviation, met, known } = intervals;
    const state = new Uint8Array(count);
    /** Rows that will be proposed, by the time. */
    const due = new PriorityHeap(count);
    let turn = 0;
    /** Of all ids: mean deviations. */
    let earlier = margin;
    /** Rows that are due or proposed. */
    let waiting = 0;

    function cancel(row: number): void {
      if (state[row] === DUE) due.remove(row);
      if (state[row] !== IDLE) waiting--;
      state[row] = IDLE;
    }

    function clear(row: number): void {
      cancel(row);
      last[row] = Number.NaN;
      intervals.clear(row);
    }

    /** A request came when it was expected: was its data there too late, or gone again? */
    function judge(before: number, hit: boolean, ahead: boolean): void {
      const step = Math.min(STEP, TOGETHER / (waiting + 1));
      if (before === DUE || (before === PROPOSED && ahead && !hit)) earlier += step;
      else if (before === PROPOSED && !hit) earlier = Math.max(0, earlier - step);
    }

    return {
      request(id, now, _client, hit, ahead) {
        const row = rows.claim(id, clear);
        const interval = now - last[row]!;
        last[row] = now;
        const before = state[row]!;
        cancel(row);
        // Not a number at first sight; and a clock may stand still.
        if (!(interval > 0)) return;
        if (intervals.learn(row, interval) && adapt) judge(before, hit, ahead);
        if (known[row]! < support || met[row]! < threshold) return;
        const time = now + period[row]! - fetchSeconds - earlier * deviation[row]!;
        // What comes back sooner than that is not gone yet.
        if (time <= now) return;
        due.insert(row, time, turn++);
        state[row] = DUE;
        waiting++;
        wakeAt(time);
      },
      wake(now) {
        while (!due.empty && due.priorityOf(due.root) <= now) {
          const row = due.root;
          due.remove(row);
          state[row] = PROPOSED;
          propose(rows.owner[row]!, met[row]!);
        }
        if (!due.empty) wakeAt(due.priorityOf(due.root));
      },
      forget(id) {
        const row = rows.of(id);
        if (row === NO_ROW) return;
        cancel(row);
        rows.release(id);
      },
    };
  },
});
