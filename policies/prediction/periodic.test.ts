import { describe, expect, it } from 'vitest';
import { recorded } from '../../test/prediction/recorded-proposals.ts';

/** Of a get that missed and was not fetched ahead, unless it says otherwise. */
type Request = readonly [time: number, id: number, hit?: boolean, ahead?: boolean];

/** Plays requests to the predictor, wakes it in between and for a while after, and says what it proposed when. A fetch takes one second. */
function played(spec: string, requests: readonly Request[]): [time: number, id: number, confidence: number][] {
  const { predictor, proposals, wakes } = recorded(spec);
  const log: [number, number, number][] = [];
  const wakeUntil = (now: number) => {
    for (let time = Math.min(...wakes); time <= now; time = Math.min(...wakes)) {
      wakes.length = 0;
      predictor.wake!(time);
      for (const [id, confidence] of proposals.splice(0)) log.push([time, id, confidence]);
    }
  };
  for (const [time, id, hit = false, ahead = false] of requests) {
    wakeUntil(time);
    predictor.request(id, time, 0, hit, ahead);
    expect(proposals).toEqual([]);
  }
  wakeUntil(1e6);
  return log;
}

/** Requests for one id, so many seconds apart. */
function apart(intervals: readonly number[], id = 1): Request[] {
  let time = 0;
  return [0, ...intervals].map(interval => {
    time += interval;
    return [time, id];
  });
}

describe('an id that is asked for at even intervals', () => {
  it('is proposed by the time of a fetch before it is due', () => {
    expect(played('periodic', apart([100, 100, 100]))).toEqual([[399, 1, 1]]);
    expect(played('periodic', apart([100, 100, 100, 100]))).toEqual([
      [399, 1, 1],
      [499, 1, 1],
    ]);
  });

  it('is proposed once so many intervals are known', () => {
    expect(played('periodic', apart([100, 100]))).toEqual([]);
    expect(played('periodic:support=2', apart([100, 100]))).toEqual([[299, 1, 1]]);
  });

  it('is proposed earlier by a few mean deviations', () => {
    // Mean 100, 102, 101; deviations of 4 and 3, 3.5 on average. The last request is at 303.
    const intervals = [100, 104, 99];
    expect(played('periodic', apart(intervals))).toEqual([[303 + 101 - 1 - 2 * 3.5, 1, 1]]);
    expect(played('periodic:margin=0', apart(intervals))).toEqual([[303 + 101 - 1, 1, 1]]);
  });

  it('is put off when it is asked for before', () => {
    // 95 seconds are as expected; then 98.75 are, with deviations of 0, 0 and 5.
    const [first, ...others] = played('periodic:adapt=false', apart([100, 100, 100, 95]));
    expect(first![0]).toBeCloseTo(395 + 98.75 - 1 - (2 * 5) / 3, 9);
    expect(others).toEqual([]);
  });

  it('looks back over eight intervals', () => {
    // However many came before: the mean of eight of 100 seconds and one of 109.
    const times = played('periodic:margin=0', apart([...Array(20).fill(100), 109]));
    expect(times.at(-1)![0]).toBeCloseTo(2_109 + 101 - 1, 9);
  });
});

describe('an id whose intervals are not even', () => {
  it('is not proposed', () => {
    expect(played('periodic', apart([10, 50, 100, 30, 70, 20]))).toEqual([]);
  });

  it('is even to who tolerates more', () => {
    const intervals = [100, 115, 100];
    expect(played('periodic', apart(intervals))).toEqual([]);
    expect(played('periodic:tolerance=0.2', apart(intervals))).toHaveLength(1);
  });

  it('is proposed with the share of intervals that were as expected as long as that is large enough', () => {
    // Of five comparisons the fourth failed; the period is still known.
    const intervals = [100, 100, 100, 100, 250, 100];
    const confidences = (spec: string) => played(spec, apart(intervals)).map(([, , confidence]) => confidence);
    expect(confidences('periodic')).toEqual([1, 1, 3 / 4, 4 / 5].map(share => expect.closeTo(share, 9)));
    // Begun anew at 250, which 100 does not fit either.
    expect(confidences('periodic:threshold=0.9')).toEqual([1, 1]);
  });

  it('gets its new period when the old one is over', () => {
    const log = played('periodic:margin=0', apart([100, 100, 100, 40, 40, 40, 40, 40, 40, 40]));
    expect(log.at(-1)![0]).toBeCloseTo(580 + 40 - 1, 9);
  });
});

describe('the margin', () => {
  /** When the next proposal comes after an interval with this answer, less what it would be without any margin: in mean deviations. */
  const marginAfter = (
    spec: string,
    interval: number,
    hit: boolean,
    ahead: boolean,
    others: readonly Request[] = [],
  ) => {
    // Mean 101 and deviation 3.5, so that the id is proposed 92 to 93 seconds after the last request.
    const start = others.length === 0 ? 0 : 30_000;
    const first = apart([100, 104, 99]).map(([time, id]): Request => [start + time, id]);
    const now = start + 303 + interval;
    const log = played(spec, [...others, ...first, [now, 1, hit, ahead]]).filter(([, id]) => id === 1);
    const error = interval - 101;
    const deviation = 3.5 + (Math.abs(error) - 3.5) / 3;
    return (now + 101 + error / 4 - 1 - log.at(-1)![0]) / deviation;
  };

  it('grows when a request comes before its proposal or its data', () => {
    expect(marginAfter('periodic', 92, false, false)).toBeCloseTo(2.05, 9);
    expect(marginAfter('periodic', 101, false, true)).toBeCloseTo(2.05, 9);
  });

  it('shrinks when data was gone again, as far as to none', () => {
    expect(marginAfter('periodic', 101, false, false)).toBeCloseTo(1.95, 9);
    expect(marginAfter('periodic:margin=0.03', 101, false, false)).toBeCloseTo(0, 9);
  });

  it('stays when data was there, when something else than expected came, and when it is not to adapt', () => {
    expect(marginAfter('periodic', 101, true, true)).toBeCloseTo(2, 9);
    for (const [interval, ahead] of [
      [92, false],
      [101, true],
      [101, false],
    ] as const)
      expect(marginAfter('periodic:adapt=false', interval, false, ahead)).toBeCloseTo(2, 9);
    // 250 seconds are not as expected; the period is still 101, and the next interval tells.
    const log = played('periodic', [...apart([100, 104, 99]), [553, 1], [654, 1, true]]);
    expect(log.at(-1)![0]).toBeCloseTo(654 + 101 - 1 - 2 * (3.5 - 3.5 / 4), 9);
  });

  it('changes the less the more ids are waited for', () => {
    const others = Array.from({ length: 80 }, (_, n) => apart([10_000, 10_000, 10_000], 10 + n)).flat();
    others.sort(([a], [b]) => a - b);
    expect(marginAfter('periodic', 101, false, false, others)).toBeCloseTo(2 - 2 / 81, 9);
  });
});

it('proposes each id in its time', () => {
  const requests = [...apart([100, 100, 100], 1), ...apart([90, 90, 90], 2), ...apart([110, 110, 110], 3)];
  const log = played(
    'periodic',
    requests.sort(([a], [b]) => a - b),
  );
  expect(log.map(([time, id]) => [time, id])).toEqual([
    [359, 2],
    [399, 1],
    [439, 3],
  ]);
});

it('keeps the periods of so many ids, and does not propose whose it has forgotten', () => {
  const requests = [...apart([100, 100, 100], 1), ...apart([90, 90, 90], 2)].sort(([a], [b]) => a - b);
  const ids = (spec: string, more: readonly Request[] = []) => played(spec, [...requests, ...more]).map(([, id]) => id);
  expect(ids('periodic:memory=2')).toEqual([2, 1]);
  expect(ids('periodic:memory=1')).toEqual([]);
  // The third takes the row of the second, which was asked for less lately.
  expect(ids('periodic:memory=2', [[301, 3]])).toEqual([1]);
  expect(ids('periodic:memory=3', [[301, 3]])).toEqual([2, 1]);
});

it('does not wake up for an id whose number went to another key', () => {
  const { predictor, proposals } = recorded('periodic');
  for (const [time, id] of [...apart([100, 100, 100], 1), ...apart([100, 100, 101], 2)].sort(([a], [b]) => a - b))
    predictor.request(id, time, 0, false, false);
  predictor.forget!(1);
  predictor.forget!(3);
  predictor.wake!(1_000);
  expect(proposals.map(([id]) => id)).toEqual([2]);
  // Its intervals begin anew.
  for (const time of [1_100, 1_200, 1_300]) predictor.request(1, time, 0, false, false);
  predictor.wake!(2_000);
  expect(proposals.map(([id]) => id)).toEqual([2]);
});

it('leaves alone what is back before a fetch would be needed, and what is asked for twice at once', () => {
  expect(played('periodic', apart([1, 1, 1, 1, 1]))).toEqual([]);
  expect(played('periodic', apart([100, 0, 100, 0, 100]))).toEqual([[399, 1, 1]]);
});
