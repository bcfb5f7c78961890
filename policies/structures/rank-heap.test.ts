import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RankHeap } from './rank-heap.ts';

const UNIVERSE = 12;
const step = fc.record({
  what: fc.constantFrom('insert or update', 'insert or update', 'remove', 'take the root'),
  id: fc.nat(UNIVERSE - 1),
  rank: fc.nat(4),
});

test('the root has the lowest rank and among these the lowest order, whatever was inserted, updated and removed', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), steps => {
      const heap = new RankHeap(UNIVERSE);
      const members = new Map<number, { readonly rank: number; readonly order: number }>();
      for (const [at, { what, id, rank }] of steps.entries()) {
        if (what === 'insert or update') {
          // Ranks repeat often; orders do not, and do not come in ascending order.
          const order = (at * 37) % 101;
          if (members.has(id)) heap.update(id, rank, order);
          else heap.insert(id, rank, order);
          members.set(id, { rank, order });
        } else {
          const leaver = what === 'remove' ? id : heap.root;
          if (members.delete(leaver)) heap.remove(leaver);
        }
        expect(heap.empty).toBe(members.size === 0);
        if (members.size === 0) continue;
        const [first] = [...members].sort(([, a], [, b]) => a.rank - b.rank || a.order - b.order);
        expect(heap.root).toBe(first![0]);
        for (const [member, { rank, order }] of members)
          expect([heap.rankOf(member), heap.orderOf(member)]).toEqual([rank, order]);
      }
    }),
  );
});
