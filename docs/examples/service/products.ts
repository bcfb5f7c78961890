// Products as their origin has them, through a cache: single-flight, expired answers for a while, and no more loads than the origin bears.
import { CacheMonitor, type Configuration, LoadTimeoutError, MultiLevelCache } from 'tierlab';
import { traceFile } from 'tierlab/file';
import { prometheusText } from './prometheus.ts';
import { HttpError, Router } from './router.ts';

export interface ServiceOptions {
  /** What `tierlab tune` chose: `config.json`. */
  readonly configuration: Configuration;
  /** Where products are: `<origin>/products/4711`. */
  readonly origin: string;
  /** How old an answer may be. */
  readonly ttlMs: number;
  /** For how much longer it is given while a newer one is loaded. */
  readonly staleMs: number;
  /** A load that takes longer is given up. */
  readonly timeoutMs: number;
  /** Loads that the origin bears at a time: whoever needs one more is asked to come again. */
  readonly mostLoads: number;
  /** A file that does not exist yet, for the requests of a share of the keys; undefined to record nothing. */
  readonly tracePath: string | undefined;
  readonly traceRate: number;
}

export class Products {
  readonly router: Router;
  private readonly options: ServiceOptions;
  private readonly cache: MultiLevelCache<string>;
  private readonly monitor: CacheMonitor;
  private readonly recording: ReturnType<CacheMonitor['record']> | null;
  private readonly removals: Record<string, number> = { evicted: 0, expired: 0, invalidated: 0 };
  private loading = 0;

  constructor(options: ServiceOptions) {
    this.options = options;
    this.cache = MultiLevelCache.from<string>(options.configuration);
    this.cache.registerLoader(key => this.load(key), { timeoutMs: options.timeoutMs });
    this.cache.on('remove', ({ cause }) => {
      this.removals[cause] = (this.removals[cause] ?? 0) + 1;
    });
    this.monitor = new CacheMonitor(this.cache).start();
    const { tracePath, traceRate } = options;
    this.recording = tracePath === undefined ? null : this.monitor.record(traceFile(tracePath), { rate: traceRate });
    this.router = new Router(statusOf)
      .on('GET', '/products/:id', ({ parameters, request }) => this.get(parameters.id!, request.headers['x-session']))
      .on('PUT', '/products/:id', async ({ parameters, request }) => this.put(parameters.id!, await bodyOf(request)))
      .on('GET', '/metrics', () => this.metrics())
      .on('GET', '/metrics.json', () => this.report());
  }

  /** When nobody asks any more: the recording is written to its end, and the cache lets go of everything. */
  async close(): Promise<void> {
    this.monitor.stop();
    try {
      const summary = await this.recording?.stop();
      if (summary) console.log(`recorded ${summary.requests} requests, dropped ${summary.dropped}`);
    } finally {
      this.cache.shutdown();
    }
  }

  private async get(id: string, session: string | string[] | undefined) {
    const { ttlMs, staleMs } = this.options;
    // Predictors and recordings tell sessions apart.
    const client = typeof session === 'string' ? session : undefined;
    const options = { ttlMs, staleWhileRevalidateMs: staleMs, ...(client !== undefined && { client }) };
    return { body: await this.cache.getOrLoad(`products/${id}`, undefined, options) };
  }

  /** Written to the origin first. Then the cache forgets what it had, and what it is just loading: both may be older. */
  private async put(id: string, body: string) {
    const key = `products/${id}`;
    try {
      await this.ask(key, { method: 'PUT', body });
    } finally {
      // A write that failed on the way back may have happened.
      this.cache.delete(key);
    }
    return { status: 204, body: '' };
  }

  private async load(key: string): Promise<string> {
    if (this.loading >= this.options.mostLoads) throw new HttpError(503, 'the origin has enough to do');
    this.loading++;
    try {
      return await this.ask(key, {});
    } finally {
      this.loading--;
    }
  }

  private async ask(key: string, init: RequestInit): Promise<string> {
    const { origin, timeoutMs } = this.options;
    // The cache gives a load up; the connection it cannot know.
    const answer = await fetch(`${origin}/${key}`, { ...init, signal: AbortSignal.timeout(timeoutMs) });
    if (answer.status === 404) throw new HttpError(404, 'no such product');
    if (!answer.ok) throw new HttpError(502, `the origin answered ${answer.status}`);
    return answer.text();
  }

  private metrics() {
    const body = prometheusText(this.cache.getComprehensiveStats(), this.removals);
    return { type: 'text/plain; version=0.0.4', body };
  }

  private report() {
    const suggestions = this.monitor.suggestOptimizations().map(({ title, reason }) => ({ title, reason }));
    const { removals } = this;
    return { body: JSON.stringify({ stats: this.cache.getComprehensiveStats(), removals, suggestions }) };
  }
}

function statusOf(error: unknown): number {
  if (error instanceof LoadTimeoutError || (error instanceof Error && error.name === 'TimeoutError')) return 504;
  // `fetch` throws it where nobody answers.
  return error instanceof TypeError ? 502 : 500;
}

async function bodyOf(request: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
