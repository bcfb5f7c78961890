import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IdHeap } from './id-heap.ts';

const UNIVERSE = 12;
const step = fc.record({
  what: fc.constantFrom('insert or update', 'remove', 'take the root'),
  id: fc.nat(UNIVERSE - 1),
  key: fc.nat(20),
});

test('the root has the largest key, whatever was inserted, updated and removed', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), steps => {
      const keys = new Int32Array(UNIVERSE);
      const heap = new IdHeap(keys);
      const members = new Set<number>();
      for (const { what, id, key } of steps) {
        if (what === 'insert or update') {
          keys[id] = key;
          if (members.has(id)) heap.update(id);
          else heap.insert(id);
          members.add(id);
        } else {
          const leaver = what === 'remove' ? id : heap.root;
          if (members.delete(leaver)) heap.remove(leaver);
        }
        if (members.size === 0) continue;
        expect(members).toContain(heap.root);
        expect(keys[heap.root]).toBe(Math.max(...[...members].map(member => keys[member]!)));
      }
    }),
  );
});
