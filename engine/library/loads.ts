import type { LoadOptions } from './request.ts';

/** Reads the value of a key from where it is kept. */
export type Loader<Value> = (key: string) => Value | PromiseLike<Value>;

/** A loader did not answer in time; what it answers later is dropped. */
export class LoadTimeoutError extends Error {
  override readonly name = 'LoadTimeoutError';
}

/** One load under way. */
interface Load<Value> {
  promise: Promise<Value>;
  /** Whether the key was set or deleted meanwhile: what is loaded is older than that. */
  superseded: boolean;
  /** Of whoever asked last; null as long as nobody has asked, because it is loaded ahead of demand. */
  options: LoadOptions | null;
  readonly ends: LoadEnds<Value>;
}

/** What is done when a load has ended. */
interface LoadEnds<Value> {
  /** Its value is there, and is not out of date. */
  loaded(value: Value, options: LoadOptions | null): void;
  /** Nobody has asked for it, and it brings nothing: it failed, or was superseded. */
  forsaken(): void;
}

/** Loads under way, one for each key, whoever waits for it. */
export class Loads<Value> {
  completed = 0;
  failed = 0;
  /** Of all that completed or failed. */
  totalMs = 0;
  private readonly underWay = new Map<string, Load<Value>>();
  private readonly clock: () => number;

  /** @param clock seconds */
  constructor(clock: () => number) {
    this.clock = clock;
  }

  get inFlight(): number {
    return this.underWay.size;
  }

  /** The load of this key, if there is one under way. */
  find(key: string): Load<Value> | undefined {
    return this.underWay.get(key);
  }

  /** Whether the key is being loaded, and nobody has asked for it. */
  isAhead(key: string): boolean {
    return this.underWay.get(key)?.options === null;
  }

  /**
   * @param timeoutMs milliseconds; `Infinity` to wait for ever
   * @param options of who asks for it; null for nobody
   */
  start(
    key: string,
    loader: Loader<Value>,
    timeoutMs: number,
    options: LoadOptions | null,
    ends: LoadEnds<Value>,
  ): Load<Value> {
    const load: Load<Value> = { promise: NEVER, superseded: false, options, ends };
    const startedAt = this.clock();
    load.promise = bounded(() => loader(key), timeoutMs, key).then(
      value => {
        this.end(key, load, startedAt);
        this.completed++;
        if (!load.superseded) ends.loaded(value, load.options);
        return value;
      },
      error => {
        this.end(key, load, startedAt);
        this.failed++;
        if (!load.superseded && load.options === null) ends.forsaken();
        throw error;
      },
    );
    this.underWay.set(key, load);
    return load;
  }

  /** The key has got newer data, or is wanted no more: who waits is still answered, the next to ask starts anew. */
  supersede(key: string): void {
    if (this.underWay.size === 0) return;
    const load = this.underWay.get(key);
    if (!load) return;
    load.superseded = true;
    this.underWay.delete(key);
    if (load.options === null) load.ends.forsaken();
  }

  supersedeAll(): void {
    for (const key of [...this.underWay.keys()]) this.supersede(key);
  }

  private end(key: string, load: Load<Value>, startedAt: number): void {
    this.totalMs += 1e3 * Math.max(0, this.clock() - startedAt);
    if (this.underWay.get(key) === load) this.underWay.delete(key);
  }
}

/** Stands in until the promise of a load is known. */
const NEVER = new Promise<never>(() => {});

/** The loader is called after whoever started it is through, so that it finds its own load under way. */
export function bounded<Value>(call: () => Value | PromiseLike<Value>, timeoutMs: number, key: string): Promise<Value> {
  const result = Promise.resolve().then(call);
  if (timeoutMs === Number.POSITIVE_INFINITY) return result;
  return new Promise((resolve, reject) => {
    const late = () => reject(new LoadTimeoutError(`loading ${JSON.stringify(key)} took more than ${timeoutMs} ms`));
    const cancel = startTimer(timeoutMs, late);
    result.then(resolve, reject).finally(cancel);
  });
}

/** Calls back after so many milliseconds; the timer keeps no process alive. @returns cancels it */
export function startTimer(ms: number, callback: () => void): () => void {
  const timer: unknown = setTimeout(callback, ms);
  // In browsers a timer is a number.
  if (typeof timer === 'object' && timer !== null && 'unref' in timer) (timer as { unref(): void }).unref();
  return () => clearTimeout(timer as ReturnType<typeof setTimeout>);
}
