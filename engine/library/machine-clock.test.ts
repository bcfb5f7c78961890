import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clockOf, MachineClock } from './machine-clock.ts';
import { MultiLevelCache } from './multi-level-cache.ts';

const machine = { ms: 0 };
let readings = vi.spyOn(performance, 'now');

beforeEach(() => {
  machine.ms = 5_000;
  readings = vi.spyOn(performance, 'now').mockImplementation(() => machine.ms);
});
afterEach(() => readings.mockRestore());

/** Reads a clock so often, a request every so many milliseconds. @returns the most that it lagged behind, in milliseconds */
function lag(clock: MachineClock, requests: number, paceMs: number): number {
  let most = 0;
  for (let n = 0; n < requests; n++) {
    machine.ms += paceMs;
    most = Math.max(most, machine.ms - 1e3 * clock.read());
  }
  return most;
}

describe('in a rush, requests share a reading of the clock', () => {
  it.each([
    [0.0001, 64],
    [0.01, 32],
    [0.1, 4],
  ])('as many as fit into the resolution at a pace of %f ms: %i', (pace, shared) => {
    const clock = new MachineClock(1);
    lag(clock, 200, pace);
    readings.mockClear();
    const most = lag(clock, 6_400, pace);
    expect(readings.mock.calls.length).toBe(6_400 / shared);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(1);
  });

  it('but not at their usual pace, nor before there were many of them', () => {
    expect(lag(new MachineClock(1), 63, 0)).toBe(0);
    expect(readings).toHaveBeenCalledTimes(63);
    expect(lag(new MachineClock(1), 1_000, 1)).toBeLessThan(1e-6);
    expect(readings).toHaveBeenCalledTimes(1_063);
  });

  it('and when the pace drops, a reading serves the few that still share it, and no others', () => {
    const clock = new MachineClock(1);
    lag(clock, 1_000, 0.0001);
    readings.mockClear();
    for (let n = 0; n < 64; n++) {
      machine.ms += 10;
      clock.read();
    }
    expect(readings).toHaveBeenCalled();
    expect(lag(clock, 200, 10)).toBeLessThan(1e-6);
  });

  it('never with code that waited for something: it is told the time of its own', async () => {
    const clock = new MachineClock(1);
    lag(clock, 1_000, 0);
    machine.ms += 700;
    expect(clock.read()).toBe(5);
    await null;
    expect(clock.read()).toBe(5.7);
  });

  it('never with a resolution of 0', () => {
    expect(lag(new MachineClock(0), 1_000, 0)).toBe(0);
    expect(readings).toHaveBeenCalledTimes(1_000);
  });
});

it('a cache takes the resolution, and its own clock is read for each request', () => {
  const sharp = new MultiLevelCache<number>({ clockResolutionMs: 0 });
  const usual = new MultiLevelCache<number>();
  readings.mockClear();
  for (let n = 0; n < 1_000; n++) sharp.get('a');
  expect(readings).toHaveBeenCalledTimes(1_000);
  for (let n = 0; n < 1_000; n++) usual.get('a');
  expect(readings.mock.calls.length).toBeLessThan(1_200);
});

it.each([
  [{ clockResolutionMs: -1 }, 'clockResolutionMs: found -1, expected milliseconds, 0 to 1000'],
  [{ clockResolutionMs: Number.NaN }, 'clockResolutionMs: found NaN'],
  [{ clockResolutionMs: 1, clock: () => 0 }, 'clockResolutionMs: a clock is given'],
])('%o is refused', (options, message) => {
  expect(() => clockOf(options)).toThrow(message);
});
