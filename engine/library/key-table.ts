import { type IdList, Links } from '../../policies/structures/links.ts';

/** Ids that may still be remembered somewhere are passed over that often before the oldest is taken all the same. */
const TRIES = 8;

/** What policies and predictors know of ids. */
export interface IdMemory {
  /** Whether anybody still knows something of an id that is not in the cache. */
  remembers(id: number): boolean;
  /** The id goes to another key. */
  forget?(id: number): void;
}

/**
 * Gives keys their ids, of which there are only so many: the keys in the cache and some that were seen of late. The id of a
 * key that was not seen for longest goes to the next new one, so what is known of keys never grows.
 */
export class KeyTable {
  /** By id. */
  readonly keys: string[] = [];
  /** Ids that went from one key to another. */
  recycled = 0;
  private readonly universe: number;
  private readonly ids = new Map<string, number>();
  /** Ids of keys that are not in the cache, by when they were last seen. */
  private readonly idle: IdList;
  private readonly isIdle: Uint8Array;
  private idleCount = 0;
  private readonly memory: IdMemory;
  /** Of the key that was missed last. */
  private missed = 0;

  constructor(universe: number, memory: IdMemory) {
    this.universe = universe;
    this.memory = memory;
    this.idle = new Links(universe, 1).list();
    this.isIdle = new Uint8Array(universe);
  }

  /** Keys that have an id. */
  get known(): number {
    return this.ids.size;
  }

  /** Keys in the cache. */
  get resident(): number {
    return this.ids.size - this.idleCount;
  }

  /** Ids that are there for keys outside the cache, used or not. */
  get spare(): number {
    return this.universe - this.resident;
  }

  /** The key's id, or -1. */
  find(key: string): number {
    return this.ids.get(key) ?? -1;
  }

  /** The key's id, which it gets if it has none; there must be a spare one. */
  claim(key: string): number {
    return this.ids.get(key) ?? this.introduce(key);
  }

  private introduce(key: string): number {
    const id = this.keys.length < this.universe ? this.keys.length : this.recycle();
    this.keys[id] = key;
    this.ids.set(key, id);
    this.rest(id);
    return id;
  }

  /** The same, for a key that is stored: most often the one that was missed last, which is known without a look into the map. */
  claimToStore(key: string): number {
    return this.keys[this.missed] === key ? this.missed : this.claim(key);
  }

  /** The key was asked for and is not in the cache. */
  seen(id: number): void {
    this.missed = id;
    if (this.isIdle[id] === 1) this.idle.moveToHead(id);
  }

  /** The key is in the cache from now on. */
  enter(id: number): void {
    if (this.isIdle[id] === 0) return;
    this.isIdle[id] = 0;
    this.idleCount--;
    this.idle.unlink(id);
  }

  /** The key is no longer in the cache. */
  leave(id: number): void {
    if (this.isIdle[id] === 0) this.rest(id);
  }

  /** Lets go of all keys; nothing else may follow. */
  forget(): void {
    this.ids.clear();
    this.keys.length = 0;
    this.idleCount = 0;
  }

  private rest(id: number): void {
    this.isIdle[id] = 1;
    this.idleCount++;
    this.idle.pushHead(id);
  }

  private recycle(): number {
    const id = this.oldestForgotten();
    this.idle.unlink(id);
    this.idleCount--;
    this.ids.delete(this.keys[id]!);
    this.recycled++;
    this.memory.forget?.(id);
    return id;
  }

  private oldestForgotten(): number {
    const { idle } = this;
    let id = idle.tail;
    for (let tries = 0; tries < TRIES && id !== idle.sentinel; tries++) {
      if (!this.memory.remembers(id)) return id;
      id = idle.newer(id);
    }
    return idle.tail;
  }
}
