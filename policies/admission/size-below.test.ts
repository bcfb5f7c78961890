import { expect, test } from 'vitest';
import { admissionOf, answers } from '../../test/admission/admission-of.ts';

const sizes = Float64Array.of(1, 99, 100, 101);

test('what is as large as the threshold, or larger, does not enter', () => {
  expect(answers(admissionOf('size-below:bytes=100', { sizes }), 0, 1, 2, 3)).toEqual([true, true, false, false]);
  expect(answers(admissionOf('size-below:bytes=99', { sizes }), 0, 1, 2, 3)).toEqual([true, false, false, false]);
});

test('without sizes there is nothing to look at', () => {
  expect(() => admissionOf('size-below')).toThrow(
    'size-below looks at sizes: give the capacity in bytes, on a workload with sizes',
  );
});
