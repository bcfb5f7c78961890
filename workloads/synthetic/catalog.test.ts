import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workloads } from '../catalog.ts';
import { BATCH_LENGTH } from '../requests.ts';
import { idsOf, made, streams, written } from './testing/made.ts';

const SMALLEST: Readonly<Record<string, string>> = {
  'hot-warm-cold': 'hot-warm-cold:hot=1,warm=1,cold=1,absent-keys=1',
  zipf: 'zipf:keys=1',
  uniform: 'uniform:keys=1',
  scan: 'scan:keys=1,length=1',
  loop: 'loop:keys=1',
  'two-loops': 'two-loops:short=1,long=1',
  'shifting-hotspot': 'shifting-hotspot:keys=1,hot=1,period=1',
  'markov-sessions': 'markov-sessions:nodes=4,sessions=1,length=1,think=1ms,redraw=1',
  periodic: 'periodic:keys=1,shortest=1ms,longest=1ms,background-keys=1',
  'ml-pipeline': 'ml-pipeline:jobs=1,datasets=1,blocks=1,models=1,inputs=1,batch=1',
};

describe.each(workloads.map(entry => entry.name))('%s', name => {
  it('gives ids 0, 1, 2 … in order of first appearance', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 2_000 }), (seed, requests) => {
        const result = made(name, requests, streams(seed));
        const appeared = [...new Set(idsOf(result))];
        expect(appeared).toEqual(Array.from(appeared, (_, i) => i));
        expect(result.universe).toBe(appeared.length);
      }),
      { numRuns: 20 },
    );
  });

  it.each([0, 1, 1_000, BATCH_LENGTH + 1])('makes exactly %i gets', requests => {
    const result = made(name, requests);
    const gets = written(result).filter(record => record.op === 0).length;
    expect([result.gets, gets]).toEqual([requests, requests]);
  });

  it('makes the same requests from the same seed, and others from another', () => {
    const records = (seed: number) => written(made(name, 1_000, streams(seed)));
    expect(records(7)).toEqual(records(7));
    // A loop draws nothing.
    if (name !== 'loop') expect(records(7)).not.toEqual(records(8));
  });

  it('begins a longer run with the shorter one', () => {
    const short = written(made(name, 500));
    expect(written(made(name, 1_500)).slice(0, short.length)).toEqual(short);
  });

  it('asks for each random stream once: two readers of one name would draw the same numbers', () => {
    const names: string[] = [];
    made(name, 10, stream => {
      names.push(stream);
      return streams(1)(stream);
    });
    expect(new Set(names).size).toBe(names.length);
  });

  it('runs with the smallest value of every size', () => {
    expect(made(SMALLEST[name]!, 1_000).gets).toBe(1_000);
  });

  it('marks at most 64 changes of phase, each on a record that follows the one before', () => {
    const { phases, operations } = made(name, 100_000);
    expect(phases.length).toBeLessThanOrEqual(64);
    for (const [i, { at }] of phases.entries()) {
      expect(at).toBeLessThan(operations);
      if (i > 0) expect(at).toBeGreaterThan(phases[i - 1]!.at);
    }
  });

  it('has defaults within its own ranges', () => {
    const entry = workloads.find(each => each.name === name)!;
    for (const parameter of Object.values(entry.parameters)) {
      if (!('min' in parameter)) continue;
      expect(parameter.default).toBeGreaterThanOrEqual(parameter.min ?? Number.NEGATIVE_INFINITY);
      expect(parameter.default).toBeLessThanOrEqual(parameter.max ?? Number.POSITIVE_INFINITY);
    }
  });
});
