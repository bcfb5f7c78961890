import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admissionOf, answers } from '../../test/admission/admission-of.ts';
import { LarcTwin } from '../../test/admission/twins/larc.ts';

describe('larc', () => {
  it('lets in who is missed again while it waits, and nobody else', () => {
    // Capacity 10: the target begins at 1 and is 9, the most, after the first miss (1 + 10 / 1).
    expect(answers(admissionOf('larc'), 1, 2, 1, 2, 2)).toEqual([false, false, true, true, false]);
  });

  it('forgets the oldest that wait beyond the target', () => {
    // Nine of 0 … 9 wait: 0 is forgotten, and as it waits again so is 1; 2 is there.
    const policy = admissionOf('larc');
    answers(policy, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    expect(answers(policy, 0, 2)).toEqual([false, true]);
  });

  it('waits less long after hits', () => {
    // Capacity 100: three misses make the target 20, 25 and 29. Each hit takes 100 / (100 − 29) = 1.4 or a bit less off it, so that
    // twenty make it the least again, 10. The next misses make it 20, 25, 29, …: of 1 … 20 the first waits to the end
    // without hits; after the hits it is forgotten when 21 comes, as more wait than 20.
    const waits = (hits: number) => {
      const policy = admissionOf('larc', { capacity: 100 });
      answers(policy, ...Array.from({ length: 20 }, (_, i) => i + 1));
      for (let i = 0; i < hits; i++) policy.hit!(50);
      return answers(policy, 21, 1);
    };
    expect(waits(0)).toEqual([false, true]);
    expect(waits(100)).toEqual([false, false]);
  });

  it.each([
    ['entries', 'larc', 0.1, 0.9],
    ['entries', 'larc:least=0.3,most=0.6', 0.3, 0.6],
    ['bytes', 'larc', 0.1, 0.9],
    ['bytes', 'larc:least=0.5,most=0.5', 0.5, 0.5],
  ] as const)('in %s %s does what its naive twin does', (unit, spec, least, most) => {
    const request = fc.record({ id: fc.nat({ max: 30 }), size: fc.integer({ min: 1, max: 9 }), hit: fc.boolean() });
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 80 }),
        fc.array(request, { minLength: 50, maxLength: 300, size: 'max' }),
        (capacity, requests) => {
          const sizes = unit === 'bytes' ? new Float64Array(31) : null;
          const policy = admissionOf(spec, { capacity, universe: 31, sizes });
          const twin = new LarcTwin(capacity, least, most);
          for (const { id, size, hit } of requests) {
            if (sizes) sizes[id] = size;
            const weight = sizes ? size : 1;
            if (hit) {
              policy.hit!(id);
              twin.hit(weight);
            } else expect(policy.accepts!(id)).toBe(twin.accepts(id, weight));
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
