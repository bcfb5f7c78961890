import { populationCount } from './population-count.ts';
import { SlotHeap } from './slot-heap.ts';

const WORD = 32;
const FEWEST_SLOTS = 1024;
const ABSENT = -1;

/**
 * The LRU stack of Mattson et al. ("Evaluation techniques for storage hierarchies", IBM Systems Journal 1970): ids by how
 * recently they were touched. An LRU cache of C entries holds exactly the first C places, so that one pass tells for every
 * size at once whether a request hits: when its id stands at C or above.
 *
 * Each touch takes the next of a row of slots and marks it; the id's former slot is unmarked, and its place in the stack was
 * the number of marks from there on (Bennett and Kruskal, "LRU stack processing", IBM J. Res. Dev. 1975). Marks are bits,
 * counted by words in a tree (Fenwick 1994). When the slots are used up, the marked ones move together, which costs less
 * than the touches since the last time: memory grows with the keys, not with the requests.
 *
 * A deleted id leaves a hole, which stands for the free entry in every cache that held the id. Whoever comes to the top pushes
 * the others down only as far as the first hole: a smaller cache was full and evicts, a larger one fills its free entry. When
 * it came from below that hole, those that it stood in keep a free entry: the hole moves to where it stood.
 */
export class LruStack {
  /** Ids and holes in the stack. */
  depth = 0;
  /** By id: its slot, or `ABSENT`. */
  private readonly slot: Int32Array;
  /** A bit for each slot: it belongs to an id or a hole. */
  private readonly marks: Int32Array;
  /** Marks by word, as a Fenwick tree whose node i covers words up to i − 1; the word that is being filled is left out. */
  private readonly tree: Int32Array;
  /** The slot of the next touch. */
  private next = 0;
  private readonly holes = new SlotHeap();

  constructor(universe: number) {
    const words = Math.ceil(Math.max(FEWEST_SLOTS, 2 * universe) / WORD);
    this.slot = new Int32Array(universe).fill(ABSENT);
    this.marks = new Int32Array(words);
    this.tree = new Int32Array(words + 1);
  }

  /** Brings an id to the top. @returns its place before, from 1; 0 when it was not in the stack */
  touch(id: number): number {
    const slot = this.slot[id]!;
    // Already on top.
    if (slot >= 0 && slot === this.next - 1) return 1;
    const place = slot === ABSENT ? 0 : this.placeOf(slot);
    const { holes } = this;
    if (holes.size > 0 && holes.top > slot) {
      this.unmark(holes.top);
      if (slot === ABSENT) holes.pop();
      else holes.replaceTop(slot);
    } else if (slot === ABSENT) this.depth++;
    else this.unmark(slot);
    this.mark(id);
    return place;
  }

  /** Deletes an id: a hole stays in its place. @returns that place, from 1; 0 when it was not in the stack */
  remove(id: number): number {
    const slot = this.slot[id]!;
    if (slot === ABSENT) return 0;
    this.slot[id] = ABSENT;
    this.holes.push(slot);
    return this.placeOf(slot);
  }

  /** Where the holes are, from 1, ascending. */
  holePlaces(): number[] {
    return this.holes.slots.map(slot => this.placeOf(slot)).sort((a, b) => a - b);
  }

  /** The number of marks from a marked slot to the last. */
  private placeOf(slot: number): number {
    const word = slot >> 5;
    const bits = this.marks[word]!;
    if (word === this.next >> 5) return populationCount(bits >>> (slot & 31));
    const { tree } = this;
    let before = populationCount(bits & ((1 << (slot & 31)) - 1));
    for (let node = word; node > 0; node &= node - 1) before += tree[node]!;
    return this.depth - before;
  }

  private unmark(slot: number): void {
    const word = slot >> 5;
    this.marks[word]! &= ~(1 << (slot & 31));
    if (word === this.next >> 5) return;
    const { tree } = this;
    for (let node = word + 1; node < tree.length; node += node & -node) tree[node]!--;
  }

  private mark(id: number): void {
    const { next } = this;
    this.slot[id] = next;
    this.marks[next >> 5]! |= 1 << (next & 31);
    this.next++;
    if ((this.next & 31) === 0) this.countWord(next >> 5);
  }

  /** A word is full, and enters the tree. */
  private countWord(word: number): void {
    const { tree } = this;
    const count = populationCount(this.marks[word]!);
    for (let node = word + 1; node < tree.length; node += node & -node) tree[node]! += count;
    if (word === this.marks.length - 1) this.compact();
  }

  /** Moves all marks to the front, in their order. */
  private compact(): void {
    const { slot, marks, tree, holes, depth } = this;
    // For the moment the tree's room holds the number of marks before each word.
    let before = 0;
    for (let word = 0; word < marks.length; word++) {
      tree[word] = before;
      before += populationCount(marks[word]!);
    }
    const rank = (old: number) => tree[old >> 5]! + populationCount(marks[old >> 5]! & ((1 << (old & 31)) - 1));
    for (let id = 0; id < slot.length; id++) if (slot[id] !== ABSENT) slot[id] = rank(slot[id]!);
    // Ranks keep the order of the slots, and so the order of the heap.
    for (let i = 0; i < holes.size; i++) holes.slots[i] = rank(holes.slots[i]!);
    const full = depth >> 5;
    marks.fill(-1, 0, full).fill(0, full);
    marks[full] = (1 << (depth & 31)) - 1;
    tree.fill(0);
    for (let node = 1; node < tree.length; node++) {
      if (node <= full) tree[node]! += WORD;
      const above = node + (node & -node);
      if (above < tree.length) tree[above]! += tree[node]!;
    }
    this.next = depth;
  }
}
