import { describe, expect, it } from 'vitest';
import { formatLevels } from './format-levels.ts';
import { parseLevels } from './level-list.ts';
import { resolveConfiguration } from './resolve.ts';

const INHERITED = parseLevels('L1=1/5m/lfu,L2=2/15m/arc', []);

describe('a list of levels', () => {
  it('keeps the parameters of a policy with its level', () => {
    const levels = parseLevels('L1=10/5m/2q:in=0.3,out=0.4, L2=20/-/slru', []);
    expect(levels).toEqual([
      { name: 'L1', capacity: { unit: 'entries', value: 10 }, ttlSeconds: 300, policy: '2q:in=0.3,out=0.4' },
      { name: 'L2', capacity: { unit: 'entries', value: 20 }, ttlSeconds: null, policy: 'slru' },
    ]);
  });

  it('tells the slashes of a file from those of a level', () => {
    const levels = parseLevels(
      'L1=10/5m/./my/queue.ts:a=1,b=/x,c=../y.ts,d=2,L2=20/-/my.ts,L3=5//guarded:challenger=./a.ts',
      [],
    );
    expect(levels.map(({ name, policy }) => [name, policy])).toEqual([
      ['L1', './my/queue.ts:a=1,b=/x,c=../y.ts,d=2'],
      ['L2', 'my.ts'],
      ['L3', 'guarded:challenger=./a.ts'],
    ]);
  });

  it('takes what a level leaves out from the same level of the preset, or from its last', () => {
    const levels = parseLevels('A=10,B=20//lru,C=30/1h', INHERITED);
    expect(levels.map(({ ttlSeconds, policy }) => [ttlSeconds, policy])).toEqual([
      [300, 'lfu'],
      [900, 'lru'],
      [3_600, 'arc'],
    ]);
  });

  it('a level without a lifetime does not inherit one', () => {
    expect(parseLevels('L1=10/-', INHERITED)[0]!.ttlSeconds).toBeNull();
  });

  it('may be eight levels long, not nine', () => {
    const list = (length: number) => Array.from({ length }, (_, i) => `L${i}=1`).join(',');
    expect(parseLevels(list(8), [])).toHaveLength(8);
    expect(() => parseLevels(list(9), [])).toThrow('--levels: found 9 levels, expected 1 to 8');
  });

  it.each([
    ['A=1,B=2,A=3', '--levels: level "A" is given twice'],
    ['origin=5', '--levels: a level cannot be named "origin"'],
    ['model=5', '--levels: a level cannot be named "model"'],
    ['stale=5', '--levels: a level cannot be named "stale"'],
    ['', '--levels: "": expected name=capacity/ttl/policy'],
    ['100/5m/lru', '--levels: "100/5m/lru": expected name=capacity/ttl/policy'],
    ['L1=ten', '--levels L1: "ten" is not a capacity'],
    ['L1=0', '--levels L1: capacity "0" must be more than 0'],
    ['L1=5/soon', '--levels L1: "soon" is not a duration'],
  ])('"%s" is refused', (text, message) => {
    expect(() => parseLevels(text, [])).toThrow(message);
  });

  it.each(['L1=10/5m/2q:in=0.3,out=0.4,L2=20/-/slru', 'L1=500B/90s/lru,L2=700B/100ms/lru'])(
    '%s reads back from resolved levels',
    text => {
      const { levels, unit } = resolveConfiguration({ levels: text }, { keys: 100, bytes: 100_000 });
      expect(formatLevels(levels, unit)).toBe(text);
    },
  );
});
