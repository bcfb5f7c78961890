import { describe, expect, it } from 'vitest';
import { admissionOf, answers } from '../../test/admission/admission-of.ts';

const range = (from: number, length: number) => Array.from({ length }, (_, i) => from + i);

describe('second-hit', () => {
  it.each(['second-hit', 'second-hit:bits=0'])('%s lets in who is missed for the second time', spec => {
    expect(answers(admissionOf(spec), 1, 2, 1, 1, 2)).toEqual([false, false, true, true, true]);
  });

  it('remembers the keys of the full filter until the next is full too', () => {
    // A filter takes two keys. 1 and 2 fill the first, 3 and 4 the second, and the first is emptied: 3 is known, 1 is not.
    const spec = 'second-hit:bits=0,keys=0.2';
    expect(answers(admissionOf(spec), 1, 2, 3, 1)).toEqual([false, false, false, true]);
    expect(answers(admissionOf(spec), 1, 2, 3, 4, 3, 1)).toEqual([false, false, false, false, true, false]);
  });

  it('moves who is asked for again to the present filter', () => {
    // 1 and 2 fill the first filter; 1 again and 3 the second. When the first is emptied 1 is still known, and 2 is not.
    const policy = admissionOf('second-hit:bits=0,keys=0.2');
    expect(answers(policy, 1, 2, 1, 3)).toEqual([false, false, true, false]);
    expect(answers(policy, 1, 2)).toEqual([true, false]);
  });

  it('takes some for known that are not, as its filter is small', () => {
    // After n of 10,000 newcomers a share of 1 − e^(−n/10,000) of the bits is set, where there is one for each: at the mean 1/e = 37 %.
    const context = { capacity: 10_000, universe: 20_000 };
    const mistakes = (bits: number) => {
      const policy = admissionOf(`second-hit:keys=1,bits=${bits}`, context);
      return answers(policy, ...range(0, 10_000)).filter(each => each).length;
    };
    expect(mistakes(1) / 10_000).toBeCloseTo(1 / Math.E, 1);
    expect(mistakes(10)).toBeLessThan(100);
    expect(mistakes(0)).toBe(0);
  });

  it('in bytes is made for as many keys as there are', () => {
    // A tenth of a hundred keys: ten fill a filter, twenty empty the first one.
    const policy = admissionOf('second-hit:bits=0,keys=0.1', { sizes: new Float64Array(100).fill(1) });
    answers(policy, ...range(0, 19));
    expect(answers(policy, 0)).toEqual([true]);
    const later = admissionOf('second-hit:bits=0,keys=0.1', { sizes: new Float64Array(100).fill(1) });
    answers(later, ...range(0, 20));
    expect(answers(later, 0)).toEqual([false]);
  });
});
