import { BoundedRows } from '../structures/bounded-rows.ts';
import { PriorityHeap } from '../structures/priority-heap.ts';
import { definePrediction, HOW } from './contract.ts';

/** Intervals that the means of a row look back over. */
const WINDOW = 8;

/**
 * Learns how long it takes from one request for an id to the next, and how much that varies, as Jacobson estimates round trips: mean and
 * mean deviation, over a few intervals. Ids whose intervals are even enough are proposed shortly before they are due, without
 * any request that would give the occasion.
 */
export const periodic = definePrediction({
  name: 'periodic',
  summary: 'Proposes an id shortly before it is due, where it is asked for at even intervals',
  about:
    'It wakes up by itself, earlier than an id is due by the time of a fetch and a few mean deviations of its intervals, and needs nothing of what other ' +
    'ids do. It pays for pollers, dashboards and jobs whose period is longer than an entry stays in the cache. What is fetched must survive ' +
    'until it is asked for: where deviations are longer than entries stay in the level, it fetches in vain. Requests at random times it leaves alone.',
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
    memory: { type: 'integer', default: 65_536, min: 1, max: 1e8, summary: 'ids of which a period is kept' },
    ...HOW,
  },
  create({ universe, fetchSeconds, propose, wakeAt }, { tolerance, threshold, support, margin, memory }) {
    const rows = new BoundedRows(universe, memory);
    const count = Math.min(universe, memory);
    const last = new Float64Array(count);
    const period = new Float64Array(count);
    const deviation = new Float64Array(count);
    /** Share of the intervals that were as expected, and how many the means look back over; 0 for an id asked for once. */
    const met = new Float64Array(count);
    const intervals = new Uint8Array(count);
    /** Rows that will be proposed, by the time; and whether a row is among them. */
    const due = new PriorityHeap(count);
    const isDue = new Uint8Array(count);
    let turn = 0;

    function cancel(row: number): void {
      if (isDue[row]) due.remove(row);
      isDue[row] = 0;
    }

    function clear(row: number): void {
      cancel(row);
      last[row] = Number.NaN;
      intervals[row] = 0;
    }

    function begin(row: number, interval: number): void {
      period[row] = interval;
      deviation[row] = 0;
      met[row] = 0;
      intervals[row] = 1;
    }

    function learn(row: number, interval: number): void {
      const known = intervals[row]!;
      if (known === 0) {
        begin(row, interval);
        return;
      }
      const error = interval - period[row]!;
      const fits = Math.abs(error) <= tolerance * period[row]!;
      met[row]! += ((fits ? 1 : 0) - met[row]!) / known;
      if (fits) {
        period[row]! += error / (known + 1);
        deviation[row]! += (Math.abs(error) - deviation[row]!) / known;
      } else if (met[row]! < threshold) {
        begin(row, interval);
        return;
      }
      if (known < WINDOW) intervals[row]!++;
    }

    return {
      request(id, now) {
        const row = rows.claim(id, clear);
        const interval = now - last[row]!;
        last[row] = now;
        cancel(row);
        // Not a number at first sight; and a clock may stand still.
        if (!(interval > 0)) return;
        learn(row, interval);
        if (intervals[row]! < support || met[row]! < threshold) return;
        const time = now + period[row]! - fetchSeconds - margin * deviation[row]!;
        // What comes back sooner than that is not gone yet.
        if (time <= now) return;
        due.insert(row, time, turn++);
        isDue[row] = 1;
        wakeAt(time);
      },
      wake(now) {
        while (!due.empty && due.priorityOf(due.root) <= now) {
          const row = due.root;
          cancel(row);
          propose(rows.owner[row]!, met[row]!);
        }
        if (!due.empty) wakeAt(due.priorityOf(due.root));
      },
    };
  },
});
