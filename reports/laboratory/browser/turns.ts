/** Changes that stand together in the queue, and what is done once for all of them. */
interface Group {
  readonly changes: (() => void)[];
  readonly act: () => Promise<void>;
  readonly done: () => void;
}

/**
 * Things to do, one after the other in the order in which they were asked for. Changes that come while something slow is being done
 * wait together, so that what follows from them is done once.
 */
export class Turns {
  private readonly waiting: Group[] = [];
  private busy = false;

  /** @param act never rejects; @returns when it is done */
  take(act: () => Promise<void>): Promise<void> {
    return new Promise(done => {
      this.waiting.push({ changes: [], act, done });
      if (!this.busy) void this.work();
    });
  }

  /** @param follow what is to be done after the change, and after all others that come before its turn; never rejects */
  change(change: () => void, follow: () => Promise<void>): void {
    const last = this.waiting[this.waiting.length - 1];
    if (last && last.changes.length > 0) last.changes.push(change);
    else {
      this.waiting.push({ changes: [change], act: follow, done: () => {} });
      if (!this.busy) void this.work();
    }
  }

  private async work(): Promise<void> {
    this.busy = true;
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      for (const change of next.changes) change();
      await next.act();
      next.done();
    }
    this.busy = false;
  }
}
