/** A binary heap of numbers with the largest on top. */
export class SlotHeap {
  /** In heap order: no child, at 2i + 1 and 2i + 2, is larger than its parent at i. */
  readonly slots: number[] = [];

  get size(): number {
    return this.slots.length;
  }

  /** The largest; the heap must not be empty. */
  get top(): number {
    return this.slots[0]!;
  }

  push(slot: number): void {
    const { slots } = this;
    let at = slots.length;
    for (; at > 0; at = (at - 1) >> 1) {
      const above = slots[(at - 1) >> 1]!;
      if (above >= slot) break;
      slots[at] = above;
    }
    slots[at] = slot;
  }

  pop(): number {
    const top = this.slots[0]!;
    const last = this.slots.pop()!;
    if (this.slots.length > 0) this.replaceTop(last);
    return top;
  }

  /** Takes the largest out and puts another in. */
  replaceTop(slot: number): void {
    const { slots } = this;
    let at = 0;
    for (let child = 1; child < slots.length; child = 2 * at + 1) {
      if (child + 1 < slots.length && slots[child + 1]! > slots[child]!) child++;
      if (slots[child]! <= slot) break;
      slots[at] = slots[child]!;
      at = child;
    }
    slots[at] = slot;
  }
}
