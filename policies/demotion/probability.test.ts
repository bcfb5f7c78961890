import { expect, it } from 'vitest';
import { resolveSpec } from '../../spec/spec.ts';
import { probability } from './probability.ts';

/** Whether each of as many victims goes down as there are numbers to draw. */
function demotions(spec: string, drawn: readonly number[]): boolean[] {
  const { entry, values } = resolveSpec(spec, [probability], 'demotion policy', '--demotion');
  const unread = () => expect.unreachable();
  const numbers = drawn.values();
  const context = {
    universe: 1,
    entries: 1,
    frequency: unread,
    lifetimes: { remaining: unread, whole: unread },
    random: () => numbers.next().value!,
  };
  const policy = entry.create(context, values);
  return drawn.map(() => policy.demotes(0, -1, 0));
}

it('lets a victim go down when the number drawn lies below p', () => {
  expect(demotions('probability:p=0.3', [0.1, 0.29, 0.3, 0.9])).toEqual([true, true, false, false]);
  expect(demotions('probability', [0.49, 0.5])).toEqual([true, false]);
});

it('lets all go down with p = 1 and none with p = 0, whatever is drawn', () => {
  expect(demotions('probability:p=1', [0, 0.999])).toEqual([true, true]);
  expect(demotions('probability:p=0', [0, 0.999])).toEqual([false, false]);
});
