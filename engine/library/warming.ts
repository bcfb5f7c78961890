/** What became of the keys that were to be warmed. */
export interface WarmingReport {
  /** Loaded and offered to the cache. */
  loaded: number;
  /** In the cache already. */
  present: number;
  /** Their loader threw, or took too long. */
  failed: number;
}

/** Runs tasks in the background, never more than so many at a time, whoever asks for them. */
export class Warming {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly concurrency: number;
  private closed = false;
  private readonly whenClosed: Promise<void>;
  private tellClosed = () => {};

  constructor(concurrency: number) {
    this.concurrency = concurrency;
    this.whenClosed = new Promise(resolve => {
      this.tellClosed = resolve;
    });
  }

  /**
   * Takes a key from the source only when it can be loaded at once: an endless source waits.
   * @param load starts a load, or says that there is no need
   */
  async run(
    keys: Iterable<string> | AsyncIterable<string>,
    load: (key: string) => Promise<unknown> | null,
  ): Promise<WarmingReport> {
    const report: WarmingReport = { loaded: 0, present: 0, failed: 0 };
    const tasks = new Set<Promise<void>>();
    await this.slot().granted;
    try {
      for await (const key of keys) {
        if (this.closed) break;
        const loading = load(key);
        if (loading === null) {
          report.present++;
          continue;
        }
        const task = loading
          .then(
            () => {
              report.loaded++;
            },
            () => {
              report.failed++;
            },
          )
          .finally(() => {
            tasks.delete(task);
            this.giveBack();
          });
        tasks.add(task);
        await this.slot().granted;
      }
    } finally {
      this.giveBack();
    }
    await Promise.race([Promise.all(tasks), this.whenClosed]);
    return report;
  }

  /** Nothing new begins; who waits for the rest is told what was done. */
  close(): void {
    this.closed = true;
    this.tellClosed();
    for (const proceed of this.waiting.splice(0)) proceed();
  }

  /** Whether a task could begin now. */
  get isFree(): boolean {
    return this.running < this.concurrency || this.closed;
  }

  /** A place among the tasks that run, to be given back: granted when there are fewer than allowed, or when it gets urgent. */
  slot(): { readonly granted: Promise<void>; hurry(): void } {
    if (this.isFree) {
      this.running++;
      return { granted: Promise.resolve(), hurry() {} };
    }
    const { waiting } = this;
    let proceed = () => {};
    const granted = new Promise<void>(resolve => {
      proceed = resolve;
    });
    waiting.push(proceed);
    const hurry = () => {
      const at = waiting.indexOf(proceed);
      if (at < 0) return;
      waiting.splice(at, 1);
      this.running++;
      proceed();
    };
    return { granted, hurry };
  }

  /** Hands the slot to who has waited for longest: it is never free in between. Of those who were in a hurry, nobody gets it. */
  giveBack(): void {
    if (this.running > this.concurrency) {
      this.running--;
      return;
    }
    const next = this.waiting.shift();
    if (next) next();
    else this.running--;
  }
}
