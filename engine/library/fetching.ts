import { InputError } from '../../spec/input-error.ts';
import { type Loader, Loads } from './loads.ts';
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

/** How what is missing comes: for who waits for it, and in the background. */
export class Fetching<Value> {
  readonly loads: Loads<Value>;
  private readonly cache: Filled<Value>;
  private loader: RegisteredLoader<Value> | null = null;
  private warming = new Warming(1);

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
    return this.loads.find(key) ?? this.start(key, this.chosen(loader, options.timeoutMs), options);
  }

  /** @throws InputError when there is no loader */
  warm(keys: Iterable<string> | AsyncIterable<string>, options: LoadOptions): Promise<WarmingReport> {
    checkLoad(options);
    const loader = this.chosen(undefined, options.timeoutMs);
    return this.warming.run(keys, key => {
      if (this.cache.has(key, options)) return null;
      return this.loads.find(key) ?? this.start(key, loader, options);
    });
  }

  /** Loads under way are answered, and nothing is stored any more. */
  close(): void {
    this.loads.supersedeAll();
    this.warming.close();
    this.loader = null;
  }

  private start(key: string, { load, timeoutMs }: RegisteredLoader<Value>, options: LoadOptions): Promise<Value> {
    return this.loads.start(key, load, timeoutMs, value => this.cache.store(key, value, options));
  }

  private chosen(loader: Loader<Value> | undefined, timeoutMs: number | undefined): RegisteredLoader<Value> {
    if (loader !== undefined) return { load: loader, timeoutMs: timeoutMs ?? Number.POSITIVE_INFINITY };
    if (this.loader === null) throw new InputError('loader', 'none is given, and none is registered (registerLoader)');
    return timeoutMs === undefined ? this.loader : { load: this.loader.load, timeoutMs };
  }
}
