import type { CAUSES } from '../hierarchy/events.ts';

type Cause = (typeof CAUSES)[number];

/** What a cache tells those who listen, by the name of the event. */
export interface CacheEvents<Value> {
  /** A get was answered by this level or partition. */
  hit: { readonly key: string; readonly value: Value; readonly level: string };
  /** A get was not answered. */
  miss: { readonly key: string };
  /** A load was asked for, and the value that had expired was answered in the meantime. */
  stale: { readonly key: string; readonly value: Value };
  /** New data came, by a set or a load; `level` is the fastest that holds it, null when the cache refused it. */
  set: { readonly key: string; readonly value: Value; readonly level: string | null };
  /** An entry left a level for good. */
  remove: {
    readonly key: string;
    readonly value: Value;
    readonly level: string;
    readonly cause: Exclude<Cause, 'promoted' | 'demoted'>;
    /** Whether another level still holds a copy. */
    readonly remains: boolean;
  };
  /** An entry went from one level to another. */
  move: {
    readonly key: string;
    readonly from: string;
    readonly to: string;
    readonly cause: Extract<Cause, 'promoted' | 'demoted'>;
  };
}

export type CacheEventName = keyof CacheEvents<unknown>;

export type CacheListener<Value, Name extends CacheEventName> = (event: CacheEvents<Value>[Name]) => void;

type Lists<Value> = { [Name in CacheEventName]: CacheListener<Value, Name>[] };

/**
 * Those who listen, and what they have not yet been told. Events wait until the request that caused them is through, so that a
 * listener may use the cache as anybody else.
 */
export class Listeners<Value> {
  private readonly lists: Lists<Value> = { hit: [], miss: [], stale: [], set: [], remove: [], move: [] };
  /** By name, whether it is worth making an event: fields of their own, because every request looks at one. */
  readonly heard: { [Name in CacheEventName]: boolean } = {
    hit: false,
    miss: false,
    stale: false,
    set: false,
    remove: false,
    move: false,
  };
  private waiting: (() => void)[] = [];
  private delivering = false;

  on<Name extends CacheEventName>(name: Name, listener: CacheListener<Value, Name>): void {
    // Copied, so that whoever is being told now is not affected.
    this.hear(name, [...this.lists[name], listener] as Lists<Value>[Name]);
  }

  off<Name extends CacheEventName>(name: Name, listener: CacheListener<Value, Name>): void {
    const list = this.lists[name];
    const at = list.indexOf(listener);
    if (at >= 0) this.hear(name, list.toSpliced(at, 1) as Lists<Value>[Name]);
  }

  clear(): void {
    for (const name of Object.keys(this.lists) as CacheEventName[]) this.hear(name, []);
    this.waiting = [];
  }

  add<Name extends CacheEventName>(name: Name, event: CacheEvents<Value>[Name]): void {
    const list = this.lists[name];
    for (const listener of list) this.waiting.push(() => listener(event));
  }

  /** Tells all that waits, in order, and what comes up meanwhile. @throws what a listener threw first, when all have been told */
  deliver(): void {
    if (this.waiting.length > 0 && !this.delivering) this.tellAll();
  }

  private tellAll(): void {
    this.delivering = true;
    const errors: unknown[] = [];
    try {
      for (let told = this.waiting; told.length > 0; told = this.waiting) {
        this.waiting = [];
        for (const tell of told) attempt(tell, errors);
      }
    } finally {
      this.delivering = false;
    }
    if (errors.length > 0) throw errors[0];
  }

  private hear<Name extends CacheEventName>(name: Name, list: Lists<Value>[Name]): void {
    this.lists[name] = list;
    this.heard[name] = list.length > 0;
  }
}

function attempt(tell: () => void, errors: unknown[]): void {
  try {
    tell();
  } catch (error) {
    errors.push(error);
  }
}
