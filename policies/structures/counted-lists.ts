import { type IdList, Links } from './links.ts';

/** In place of a list: the id is in none. */
export const NONE = 0;

/**
 * Lists that an id moves between, numbered from 1: which of them holds an id, and how many ids each holds, is known at once.
 * As with `IdList`, the head is the newest end and the tail the oldest.
 */
export class CountedLists {
  /** By id, the list that holds it, or `NONE`. */
  readonly where: Uint8Array;
  /** By list. */
  readonly length: Int32Array;
  private readonly lists: readonly IdList[];

  constructor(universe: number, lists: number) {
    this.where = new Uint8Array(universe);
    this.length = new Int32Array(lists + 1);
    // List 0 stands for NONE and stays empty.
    const links = new Links(universe, lists + 1);
    this.lists = Array.from({ length: lists + 1 }, () => links.list());
  }

  /** The oldest id of a list that is not empty. */
  tail(list: number): number {
    return this.lists[list]!.tail;
  }

  /** The ids of a list, from the oldest to the newest. */
  members(list: number): Iterable<number> {
    return this.lists[list]!;
  }

  /** Makes an id the newest of a list, and takes it out of the one that held it. */
  moveToHead(id: number, list: number): void {
    this.remove(id);
    this.where[id] = list;
    this.length[list]!++;
    this.lists[list]!.pushHead(id);
  }

  /** Takes an id out of the list that holds it, if any does. */
  remove(id: number): void {
    const list = this.where[id]!;
    if (list === NONE) return;
    this.where[id] = NONE;
    this.length[list]!--;
    this.lists[list]!.unlink(id);
  }
}
