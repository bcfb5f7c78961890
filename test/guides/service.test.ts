import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readTrace } from '../../workloads/traces/file/read-trace.ts';

const main = fileURLToPath(new URL('../../docs/examples/service/main.ts', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'tierlab-service-'));
const trace = join(directory, 'trace.csv');

/** What the service reads from: products by path, and how it behaves. */
const stored = new Map<string, string>();
let asked: string[] = [];
let behave: (request: IncomingMessage, response: ServerResponse) => void = answer;
const origin = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`);
  behave(request, response);
});

function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = request.url!;
  if (request.method === 'PUT') {
    request.setEncoding('utf8').on('data', text => stored.set(path, text));
    request.on('end', () => response.writeHead(204).end());
  } else if (stored.has(path)) response.end(stored.get(path));
  else response.writeHead(404).end();
}

let service: ChildProcess;
let output = '';
let home = '';

beforeAll(async () => {
  origin.listen(0);
  await once(origin, 'listening');
  const env = {
    ...process.env,
    ORIGIN: `http://localhost:${(origin.address() as AddressInfo).port}`,
    ...{ TTL_MS: '200', STALE_MS: '60000', TIMEOUT_MS: '1000', MOST_LOADS: '5', TRACE: trace, TRACE_RATE: '1' },
  };
  service = spawn(process.execPath, ['--conditions=@tierlab/source', '--import', 'tsx', main], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  service.stdout!.setEncoding('utf8').on('data', text => {
    output += text;
  });
  while (!output.includes('\n')) await once(service.stdout!, 'data');
  home = output.trim().split(' ').at(-1)!;
}, 30_000);

afterAll(() => {
  service.kill('SIGKILL');
  origin.closeAllConnections();
  origin.close();
  rmSync(directory, { recursive: true });
});

beforeEach(() => {
  asked = [];
  behave = answer;
});

async function call(path: string, init: RequestInit = {}): Promise<{ status: number; body: string }> {
  const response = await fetch(`${home}${path}`, init);
  return { status: response.status, body: await response.text() };
}

const later = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

describe('the service of the guide', () => {
  it('asks its origin once for all who ask for a product at the same time', async () => {
    stored.set('/products/1', '{"name":"lamp"}');
    let release = () => {};
    behave = (request, response) => {
      release = () => answer(request, response);
    };
    const calls = Array.from({ length: 100 }, () => call('/products/1'));
    while (asked.length === 0 || (await stats()).misses < 100) await later(5);
    release();
    const answers = await Promise.all(calls);
    expect(new Set(answers.map(each => JSON.stringify(each)))).toEqual(
      new Set([JSON.stringify({ status: 200, body: '{"name":"lamp"}' })]),
    );
    expect(asked).toEqual(['GET /products/1']);
  });

  it('forgets what is written, and what is being loaded while it is written', async () => {
    stored.set('/products/2', 'old');
    expect(await call('/products/2')).toEqual({ status: 200, body: 'old' });
    expect(await call('/products/2', { method: 'PUT', body: 'new' })).toEqual({ status: 204, body: '' });
    expect(await call('/products/2')).toEqual({ status: 200, body: 'new' });
    let release = () => {};
    behave = (request, response) => {
      const late = stored.get(request.url!);
      if (request.method === 'PUT') answer(request, response);
      else release = () => response.end(late);
    };
    await call('/products/2', { method: 'PUT', body: 'newer' });
    const slow = call('/products/2');
    while (asked.at(-1) !== 'GET /products/2') await later(5);
    await call('/products/2', { method: 'PUT', body: 'newest' });
    release();
    expect(await slow).toEqual({ status: 200, body: 'newer' });
    behave = answer;
    expect(await call('/products/2')).toEqual({ status: 200, body: 'newest' });
  });

  it('answers what has expired while its origin is down, and is up to date when that is back', async () => {
    stored.set('/products/3', 'first');
    await call('/products/3');
    behave = (_, response) => response.writeHead(500).end();
    await later(250);
    stored.set('/products/3', 'second');
    expect(await call('/products/3')).toEqual({ status: 200, body: 'first' });
    behave = answer;
    let latest = await call('/products/3');
    for (let tries = 0; latest.body !== 'second' && tries < 100; tries++) {
      await later(10);
      latest = await call('/products/3');
    }
    expect(latest).toEqual({ status: 200, body: 'second' });
    expect((await stats()).staleAnswers).toBeGreaterThan(0);
  });

  it('says of an origin that fails, hangs or does not know, what it was, and asks again for the next', async () => {
    expect((await call('/products/none')).status).toBe(404);
    behave = (_, response) => response.writeHead(500).end();
    expect(await call('/products/4')).toEqual({ status: 502, body: '{"error":"the origin answered 500"}' });
    behave = () => {};
    expect((await call('/products/4')).status).toBe(504);
    behave = answer;
    stored.set('/products/4', 'there');
    expect(await call('/products/4')).toEqual({ status: 200, body: 'there' });
  });

  it('turns away whoever would ask more of the origin than it bears, and answers from the cache meanwhile', async () => {
    stored.set('/products/5', 'cached');
    await call('/products/5');
    behave = () => {};
    const hanging = Array.from({ length: 5 }, (_, n) => call(`/products/slow-${n}`));
    while (asked.length < 6) await later(5);
    const refused = await fetch(`${home}/products/6`);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    expect((await call('/products/5')).body).toBe('cached');
    expect((await Promise.all(hanging)).map(({ status }) => status)).toEqual([504, 504, 504, 504, 504]);
    behave = answer;
    expect((await call('/products/6')).status).toBe(404);
  });

  it('tells the same as JSON and to Prometheus', async () => {
    const { stats: counted, removals, suggestions } = JSON.parse((await call('/metrics.json')).body);
    const { body } = await call('/metrics');
    for (const line of body.trimEnd().split('\n'))
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"]+"\})? [\d.e+-]+)$/);
    const value = (name: string) =>
      Number(
        body
          .split('\n')
          .find(line => line.startsWith(`${name} `))!
          .split(' ')[1],
      );
    expect(value('cache_requests_total{result="hit"}')).toBe(counted.hits);
    expect(value('cache_requests_total{result="stale"}')).toBe(counted.staleAnswers);
    expect(value('cache_store_hits_total{store="L1"}')).toBe(counted.l1Hits);
    expect(value('cache_store_capacity{store="L3"}')).toBe(counted.l3Stats.maxSize);
    expect(value('cache_loads_total{result="failed"}')).toBe(counted.loads.failed);
    expect(value('cache_removals_total{cause="invalidated"}')).toBe(removals.invalidated);
    expect([counted.loads.failed > 7, removals.invalidated > 0, Array.isArray(suggestions)]).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('ends in good order, with its recording written to the end', async () => {
    const { totalRequests } = await stats();
    const closed = once(service, 'close');
    service.kill('SIGTERM');
    expect(await closed).toEqual([0, null]);
    expect(output).toMatch(/recorded \d+ requests, dropped 0\n$/);
    expect(existsSync(trace)).toBe(true);
    expect((await readTrace(trace)).requests.gets).toBe(totalRequests);
  });
});

async function stats(): Promise<Record<'misses' | 'staleAnswers' | 'totalRequests', number>> {
  return JSON.parse((await call('/metrics.json')).body).stats;
}
