import { describe, expect, it } from 'vitest';
import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import { latencyOverall } from '../../engine/experiments/measurements.ts';
import { randomStream } from '../../engine/random.ts';
import { replay } from '../../engine/replay/replay.ts';
import { generate } from '../../engine/runners/generate.ts';
import { RangeInterner } from '../../workloads/interners/range.ts';
import { Recorder } from '../../workloads/recorder.ts';
import type { Requests } from '../../workloads/requests.ts';

const KEYS = 100_000;
const REQUESTS = 20_000;

/** Keys that go up by seven, and now and then another one drawn from all. @param others of a hundred requests */
function walk(others: number): Requests {
  const recorder = new Recorder([]);
  const interner = recorder.keyedBy(new RangeInterner(KEYS));
  const random = randomStream(1, 'test');
  let key = 0;
  for (let i = 0; i < REQUESTS; i++) {
    if (random() * 100 < others) {
      recorder.add(interner.id(Math.floor(random() * KEYS)));
      continue;
    }
    key = (key + 7) % KEYS;
    recorder.add(interner.id(key));
  }
  return recorder.finish();
}

/** By how much prediction changes the mean latency: −0.5 for half of it. */
function effect(requests: Requests, prediction: string): number {
  const meanMs = (spec: string) => {
    const configuration = resolveConfiguration(
      {
        preset: 'exclusive-lru',
        levels: 'L1=50/-/lru,L2=150/-/lru,L3=300/-/lru',
        latency: 'origin=fixed:ms=20',
        inflight: 'coalesce',
        rate: '200',
        prediction: spec,
      },
      { keys: requests.universe, bytes: null },
    );
    return latencyOverall(replay(requests, configuration, { seed: 1, warmup: REQUESTS / 5 })).mean;
  };
  return meanMs(prediction) / meanMs('none') - 1;
}

describe('a loop through keys side by side', () => {
  const loop = generate('loop:keys=700', REQUESTS, 1);

  it.each(['sequential', 'stride'])('loses nine tenths of its latency to %s', prediction => {
    expect(effect(loop, prediction)).toBeLessThan(-0.9);
  });

  it('loses seven tenths of it to leap, which looks ahead at misses alone', () => {
    // Of nine requests one waits for a fetch and three for three, two and one quarters of it: 2.5 fetches instead of 9.
    expect(effect(loop, 'leap')).toBeCloseTo(2.5 / 9 - 1, 1);
  });
});

describe('a walk in steps of seven', () => {
  it('is nothing to sequential, unless that is told the step', () => {
    expect(effect(walk(0), 'sequential')).toBe(0);
    expect(effect(walk(0), 'sequential:step=7')).toBeLessThan(-0.9);
  });

  it('is found although every fifth request is another, and of no use where four of five are', () => {
    expect(effect(walk(0), 'stride')).toBeLessThan(-0.9);
    expect(effect(walk(20), 'stride')).toBeLessThan(-0.5);
    // Of the differences 0.8 × 0.8 = 64 % are seven, or 0.2 × 0.2 = 4 %.
    expect(effect(walk(20), 'leap')).toBeLessThan(-0.4);
    for (const lost of ['stride', 'leap']) expect(effect(walk(80), lost)).toBeGreaterThan(-0.1);
  });
});

describe('keys that have nothing to do with their neighbours', () => {
  const zipf = generate('zipf', REQUESTS, 1);

  it.each(['sequential', 'stride', 'leap'])('are left alone by %s', prediction => {
    expect(Math.abs(effect(zipf, prediction))).toBeLessThan(0.005);
  });
});
