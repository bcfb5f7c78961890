import { expect, it } from 'vitest';
import { resolveSpec } from '../../spec/spec.ts';
import { LastRequests } from '../structures/last-requests.ts';
import { ulc } from './ulc.ts';

/** The policy after these requests. */
function after(...ids: readonly number[]) {
  const { entry, values } = resolveSpec('ulc', [ulc], 'promotion policy', '--promotion');
  const requests = new LastRequests(4);
  for (const id of ids) requests.increment(id);
  const unread = () => expect.unreachable();
  const context = {
    universe: 4,
    capacities: [],
    frequency: unread,
    lastRequests: () => requests,
    random: unread,
    answerMs: unread,
    sizeIn: unread,
  };
  return entry.create(context, values);
}

it('moves an entry up that was requested twice since the victim was requested', () => {
  expect(after(1, 0, 2, 0).promotes(0, 0, 1, 1, 0)).toBe(true);
  expect(after(0, 1, 2, 0).promotes(0, 0, 1, 1, 0)).toBe(false);
});

it('compares with the last request for the victim, not with an earlier one', () => {
  expect(after(1, 0, 1, 0).promotes(0, 0, 1, 1, 0)).toBe(false);
});

it('lets an entry into free room, and a newcomer take the place of a resident by the same rule', () => {
  const policy = after(0, 1, 2, 0);
  expect(policy.promotes(0, 0, -1, 1, 0)).toBe(true);
  expect([policy.outranks!(0, 1), after(1, 0, 0).outranks!(0, 1)]).toEqual([false, true]);
  // What was never requested before has no distance.
  expect(after(1, 0).outranks!(0, 1)).toBe(false);
});
