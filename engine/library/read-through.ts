import type { Fetching } from './fetching.ts';
import type { Listeners } from './listeners.ts';
import type { LiveEntries } from './live-entries.ts';
import type { Loader } from './loads.ts';
import type { Prediction } from './prediction.ts';
import type { LoadOptions } from './request.ts';

interface ReadCache<Value> {
  readonly live: LiveEntries<Value>;
  readonly fetching: Fetching<Value>;
  /** Null where nobody learns from the requests. */
  readonly prediction: Prediction<Value> | null;
  readonly listeners: Listeners<Value>;
  /** How long after the end of its lifetime an entry is answered where a request does not say; undefined for not at all. */
  readonly staleSeconds: number | undefined;
}

/** Gets that load what is missing, or answer what has expired while they load it again. */
export class ReadThrough<Value> {
  private readonly cache: ReadCache<Value>;

  constructor(cache: ReadCache<Value>) {
    this.cache = cache;
  }

  /** @throws what the loader throws; LoadTimeoutError; InputError */
  async get(key: string, loader: Loader<Value> | undefined, options: LoadOptions): Promise<Value> {
    const { live, prediction, listeners } = this.cache;
    if (prediction) prediction.note(key, options);
    const stale = this.expired(key, options);
    if (stale) {
      // Whoever asked was answered: that a load fails, the next to ask may find out.
      void this.load(live.asked, key, loader, options, true).catch(() => {});
      listeners.deliver();
      return stale.value;
    }
    const answer = live.get(key, options);
    const id = live.asked;
    listeners.deliver();
    if (answer.hit) {
      if (prediction) prediction.answered(id, options.client, true);
      return answer.value;
    }
    return this.load(id, key, loader, options, false);
  }

  private expired(key: string, options: LoadOptions): { readonly value: Value } | null {
    const { live, staleSeconds } = this.cache;
    const { staleWhileRevalidateMs } = options;
    const seconds = staleWhileRevalidateMs === undefined ? staleSeconds : staleWhileRevalidateMs / 1e3;
    return seconds === undefined ? null : live.getExpired(key, options, seconds);
  }

  /**
   * What is missing, or has expired, is under way, or joined, before prediction proposes anything.
   * @param answered whether an expired value was answered meanwhile
   */
  private load(
    id: number,
    key: string,
    loader: Loader<Value> | undefined,
    options: LoadOptions,
    answered: boolean,
  ): Promise<Value> {
    const { fetching, prediction } = this.cache;
    if (prediction) prediction.wanted(id);
    const loading = fetching.fetch(key, loader, options);
    if (prediction) prediction.answered(id, options.client, answered);
    return loading;
  }
}
