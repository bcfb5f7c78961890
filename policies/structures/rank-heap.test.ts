import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RankHeap } from './rank-heap.ts';

const UNIVERSE = 12;
const step = fc.record({
  what: fc.constantFrom('insert or raise', 'insert or raise', 'look', 'remove', 'remove the lowest'),
  id: fc.nat(UNIVERSE - 1),
  rank: fc.nat(3),
});

test('the lowest rank is found, and among these the lowest order, whatever was inserted, raised and removed', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), steps => {
      const heap = new RankHeap(UNIVERSE);
      const members = new Map<number, { readonly rank: number; readonly order: number }>();
      const lowest = () => [...members].sort(([, a], [, b]) => a.rank - b.rank || a.order - b.order)[0]![0];
      // Orders of newcomers do not come in ascending order.
      for (const [at, { what, id, rank }] of steps.entries()) {
        const member = members.get(id);
        if (what === 'insert or raise' && member) {
          const raised = { rank: member.rank + rank, order: member.order + 101 };
          heap.raise(id, raised.rank, raised.order);
          members.set(id, raised);
        } else if (what === 'insert or raise') {
          const order = (at * 37) % 101;
          heap.insert(id, rank, order);
          members.set(id, { rank, order });
        } else if (what === 'look' && members.size > 0) {
          expect(heap.lowest()).toBe(lowest());
        } else {
          const leaver = what === 'remove' ? id : members.size > 0 ? heap.lowest() : -1;
          if (members.delete(leaver)) heap.remove(leaver);
        }
        expect(heap.empty).toBe(members.size === 0);
        for (const [each, { rank: expected }] of members) expect(heap.rankOf(each)).toBe(expected);
      }
      while (members.size > 0) {
        const id = lowest();
        expect(heap.lowest()).toBe(id);
        heap.remove(id);
        members.delete(id);
      }
    }),
  );
});
