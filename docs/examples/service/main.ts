// The service as a process: settings from the environment, and an end in good order when it is told to stop.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Products } from './products.ts';

const { env } = process;
const tuned = new URL('tuned.json', import.meta.url);
const products = new Products({
  configuration: JSON.parse(readFileSync(env.CACHE_CONFIG ?? tuned, 'utf8')),
  origin: env.ORIGIN ?? 'http://localhost:8080',
  ttlMs: Number(env.TTL_MS ?? 60_000),
  staleMs: Number(env.STALE_MS ?? 300_000),
  timeoutMs: Number(env.TIMEOUT_MS ?? 2_000),
  mostLoads: Number(env.MOST_LOADS ?? 100),
  tracePath: env.TRACE,
  traceRate: Number(env.TRACE_RATE ?? 0.1),
});
const server = createServer(products.router.handle);
server.listen(Number(env.PORT ?? 0), () => {
  console.log(`listening on http://localhost:${(server.address() as AddressInfo).port}`);
});

/** No new requests; those under way are answered, but nobody waits for a client that never leaves. */
function stop(): void {
  server.close(() => void products.close());
  setTimeout(() => server.closeAllConnections(), 10_000).unref();
}

process.once('SIGTERM', stop);
process.once('SIGINT', stop);
