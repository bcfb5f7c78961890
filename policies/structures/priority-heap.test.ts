import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PriorityHeap } from './priority-heap.ts';

const UNIVERSE = 40;
const step = fc.record({
  what: fc.constantFrom('insert or update', 'insert or update', 'remove', 'take the root'),
  id: fc.nat(UNIVERSE - 1),
  priority: fc.nat(6).map(sixths => sixths / 6),
  turn: fc.nat(1_000_000),
});

test('the root has the lowest priority and of equal ones the earliest turn, whatever was inserted, updated and removed', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200, size: 'max' }), steps => {
      const heap = new PriorityHeap(UNIVERSE);
      let members: { readonly id: number; readonly priority: number; readonly turn: number }[] = [];
      const drop = (id: number) => {
        members = members.filter(each => each.id !== id);
      };
      for (const { what, id, priority, turn } of steps) {
        const isMember = members.some(each => each.id === id);
        if (what === 'insert or update') {
          if (isMember) heap.update(id, priority, turn);
          else heap.insert(id, priority, turn);
          drop(id);
          members.push({ id, priority, turn });
        } else if (what === 'remove' && isMember) {
          heap.remove(id);
          drop(id);
        } else if (what === 'take the root' && !heap.empty) {
          const { root } = heap;
          heap.remove(root);
          drop(root);
        }
        expect(heap.empty).toBe(members.length === 0);
        if (heap.empty) continue;
        const [least] = members.toSorted((a, b) => a.priority - b.priority || a.turn - b.turn) as [(typeof members)[0]];
        const root = members.find(each => each.id === heap.root);
        expect([root?.priority, root?.turn]).toEqual([least.priority, least.turn]);
        expect(heap.priorityOf(heap.root)).toBe(least.priority);
      }
    }),
  );
});
