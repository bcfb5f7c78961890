import { expect, it } from 'vitest';
import { resolveSpec } from '../../spec/spec.ts';
import { probability } from './probability.ts';

/** Whether each of as many hits promotes as there are numbers to draw. */
function promotions(spec: string, drawn: readonly number[]): boolean[] {
  const { entry, values } = resolveSpec(spec, [probability], 'promotion policy', '--promotion');
  const numbers = drawn.values();
  const unread = () => expect.unreachable();
  const random = () => numbers.next().value!;
  const context = {
    universe: 1,
    capacities: [],
    frequency: unread,
    lastRequests: unread,
    random,
    answerMs: unread,
    sizeIn: unread,
  };
  const policy = entry.create(context, values);
  return drawn.map(() => policy.promotes(0, 0, -1, 1, 0));
}

it('moves an entry up when the number drawn lies below p', () => {
  expect(promotions('probability:p=0.3', [0.1, 0.29, 0.3, 0.9])).toEqual([true, true, false, false]);
  expect(promotions('probability', [0.09, 0.1])).toEqual([true, false]);
});

it('moves all with p = 1 and none with p = 0, whatever is drawn', () => {
  expect(promotions('probability:p=1', [0, 0.999])).toEqual([true, true]);
  expect(promotions('probability:p=0', [0, 0.999])).toEqual([false, false]);
});
