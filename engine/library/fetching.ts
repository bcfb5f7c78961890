import { InputError } from '../../spec/input-error.ts';
import { bounded, type Loader, Loads } from './loads.ts';
import { checkLoad, count, type LoaderOptions, type LoadOptions, milliseconds } from './request.ts';
import { Warming, type WarmingReport } from './warming.ts';

interface RegisteredLoader<Value> {
  readonly load: Loader<Value>;
  readonly timeoutMs: number;
}

/** The cache that is to be filled. */
interface Filled<Value> {
  has(key: string, options: LoadOptions): boolean;
  store(key: string, value: Value, options: LoadOptions): void;
}

/** Hears what became of a load that nobody has asked for. */
export interface AheadEnds<Value> {
  arrived(value: Value): void;
  /** It failed, or is out of date. */
  forsaken(): void;
}

/** How what is missing comes: for who waits for it, and in the background. */
export class Fetching<Value> {
  readonly loads: Loads<Value>;
  private readonly cache: Filled<Value>;
  private loader: RegisteredLoader<Value> | null = null;
  private warming = new Warming(1);
  /** By key of loads that wait until fewer are running in the background: has them begin at once. */
  private readonly waiting = new Map<string, () => void>();

  /** @param clock seconds */
  constructor(cache: Filled<Value>, clock: () => number) {
    this.cache = cache;
    this.loads = new Loads(clock);
  }

  /** @throws InputError */
  register(loader: Loader<Value>, { concurrency = 4, timeoutMs }: LoaderOptions): void {
    const warming = new Warming(count(concurrency, 'concurrency', 'loads'));
    const limit = timeoutMs === undefined ? Number.POSITIVE_INFINITY : milliseconds(timeoutMs, 'timeoutMs');
    this.warming.close();
    this.warming = warming;
    this.loader = { load: loader, timeoutMs: limit };
  }

  /** Joins the load of the key that is under way, or starts one. @throws InputError when there is no loader */
  fetch(key: string, loader: Loader<Value> | undefined, options: LoadOptions): Promise<Value> {
    const load = this.loads.find(key);
    if (!load) return this.start(key, this.chosen(loader, options.timeoutMs), options);
    load.options = options;
    this.waiting.get(key)?.();
    const { timeoutMs } = options;
    // Whoever began the load may be in less of a hurry.
    return timeoutMs === undefined ? load.promise : bounded(() => load.promise, timeoutMs, key);
  }

  /**
   * Begins to load a key that nobody has asked for, as one of the loads in the background.
   * @param queue how many may wait until fewer are running
   * @returns false when nobody can do it now
   */
  loadAhead(key: string, queue: number, ends: AheadEnds<Value>): boolean {
    const { loader, warming, waiting } = this;
    const mustWait = !warming.isFree;
    if (loader === null || (mustWait && waiting.size >= queue)) return false;
    const slot = warming.slot();
    if (mustWait) {
      waiting.set(key, slot.hurry);
      void slot.granted.then(() => waiting.delete(key));
    }
    const wait = async () => {
      await slot.granted;
      // Set, or let go of, while it waited.
      if (begun.superseded) throw new Error(`loading ${JSON.stringify(key)} is no longer wanted`);
      return loader.load(key);
    };
    const begun = this.loads.start(key, wait, loader.timeoutMs, null, {
      loaded: (value, options) => {
        if (options === null) ends.arrived(value);
        else this.cache.store(key, value, options);
      },
      forsaken: () => ends.forsaken(),
    });
    // Nobody waits for it: that it failed, the books know.
    void begun.promise.catch(() => {}).finally(() => warming.giveBack());
    return true;
  }

  /** @throws InputError when there is no loader */
  warm(keys: Iterable<string> | AsyncIterable<string>, options: LoadOptions): Promise<WarmingReport> {
    checkLoad(options);
    const loader = this.chosen(undefined, options.timeoutMs);
    return this.warming.run(keys, key => {
      if (this.cache.has(key, options)) return null;
      return this.loads.find(key)?.promise ?? this.start(key, loader, options);
    });
  }

  /** Loads under way are answered, and nothing is stored any more. */
  close(): void {
    this.loads.supersedeAll();
    this.warming.close();
    this.loader = null;
  }

  private start(key: string, loader: RegisteredLoader<Value>, options: LoadOptions): Promise<Value> {
    const loaded = (value: Value, latest: LoadOptions | null) => this.cache.store(key, value, latest ?? options);
    return this.loads.start(key, loader.load, loader.timeoutMs, options, { loaded, forsaken() {} }).promise;
  }

  private chosen(loader: Loader<Value> | undefined, timeoutMs: number | undefined): RegisteredLoader<Value> {
    if (loader !== undefined) return { load: loader, timeoutMs: timeoutMs ?? Number.POSITIVE_INFINITY };
    if (this.loader === null) throw new InputError('loader', 'none is given, and none is registered (registerLoader)');
    return timeoutMs === undefined ? this.loader : { load: this.loader.load, timeoutMs };
  }
}
