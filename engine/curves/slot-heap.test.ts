import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SlotHeap } from './slot-heap.ts';

it('has the largest of what it holds on top, whatever came and went', () => {
  const steps = fc.array(fc.record({ kind: fc.constantFrom('push', 'push', 'pop', 'replace'), slot: fc.nat(50) }));
  fc.assert(
    fc.property(steps, sequence => {
      const heap = new SlotHeap();
      let held: number[] = [];
      const largestGone = () => held.sort((a, b) => b - a).slice(1);
      for (const { kind, slot } of sequence) {
        if (kind === 'push') {
          heap.push(slot);
          held.push(slot);
        } else if (held.length > 0 && kind === 'pop') {
          expect(heap.pop()).toBe(Math.max(...held));
          held = largestGone();
        } else if (held.length > 0) {
          heap.replaceTop(slot);
          held = [...largestGone(), slot];
        }
        expect(heap.size).toBe(held.length);
        if (held.length > 0) expect(heap.top).toBe(Math.max(...held));
      }
    }),
  );
});
