import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OF_SIM } from '../options/table.ts';
import { ExperimentFolder } from './folder.ts';
import { type StudioServer, serveStudio } from './server.ts';

const around = mkdtempSync(join(tmpdir(), 'tierlab-studio-'));

let server: StudioServer;
let experiments: ExperimentFolder;
let token: string;
let own: string;

beforeAll(async () => {
  writeFileSync(join(around, 'secret.json'), '{"policy": "lru"}');
  experiments = new ExperimentFolder(join(around, 'experiments'), OF_SIM);
  experiments.save('kept', { policy: 'sieve' }, false);
  server = await serveStudio(experiments, 'experiments', 0);
  own = server.url.slice(0, -1);
  token = /"token":"([^"]+)"/.exec((await ask('/')).text)![1]!;
});

afterAll(async () => {
  await server.close();
  rmSync(around, { recursive: true });
});

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The path is sent as it is written: no client tidies it up. */
function ask(path: string, { method = 'GET', headers = {}, body = '' }: Asked = {}) {
  const { port, host } = new URL(server.url);
  return new Promise<{ status: number; text: string; headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers: { host, ...headers } }, response => {
      let text = '';
      response.setEncoding('utf8').on('data', chunk => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode!, text, headers: response.headers }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** As the page asks. */
const trusted = () => ({ 'x-tierlab-token': token, origin: own, 'content-type': 'application/json' });

describe('the server of the studio', () => {
  it('lists, opens and saves experiments for its own page', async () => {
    expect(JSON.parse((await ask('/experiments', { headers: trusted() })).text)).toEqual({ names: ['kept.json'] });
    expect(JSON.parse((await ask('/experiments/kept.json', { headers: trusted() })).text)).toEqual({
      options: { policy: 'sieve' },
    });
    const saved = await ask('/experiments/new', { method: 'PUT', headers: trusted(), body: '{"policy": "fifo"}' });
    expect(JSON.parse(saved.text)).toEqual({ file: 'new.json' });
    expect(experiments.open('new.json')).toEqual({ policy: 'fifo' });
    const again = await ask('/experiments/new', { method: 'PUT', headers: trusted(), body: '{}' });
    expect([again.status, JSON.parse(again.text).problem]).toEqual([
      422,
      'new.json: exists already: tick Replace, or choose another name',
    ]);
    const replaced = await ask('/experiments/new?replace=yes', { method: 'PUT', headers: trusted(), body: '{}' });
    expect(replaced.status).toBe(200);
  });

  it.each([
    ['no token', { 'x-tierlab-token': '' }],
    ['another token', { 'x-tierlab-token': 'x'.repeat(32) }],
    ['another origin', { origin: 'http://evil.example' }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
    ['no origin that can be named', { origin: 'null' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another site of the same name', { 'sec-fetch-site': 'same-site' }],
  ])('lets nobody in who has %s', async (_what, headers) => {
    const all = { ...trusted(), ...headers };
    expect((await ask('/experiments', { headers: all })).status).toBe(403);
    expect((await ask('/experiments/kept.json', { headers: all })).status).toBe(403);
    const put = await ask('/experiments/evil', { method: 'PUT', headers: all, body: '{}' });
    expect(put.status).toBe(403);
    expect(experiments.names()).not.toContain('evil.json');
  });

  it('lets nobody write who does not say where he comes from', async () => {
    const headers = { 'x-tierlab-token': token, 'content-type': 'application/json' };
    expect((await ask('/experiments/evil', { method: 'PUT', headers, body: '{}' })).status).toBe(403);
  });

  it.each(['evil.example', '127.0.0.1', 'localhost', '127.0.0.1:1', 'evil.example:7411', '0.0.0.0:7411'])(
    'does not answer to the name %s, under which another site could lead here',
    async host => {
      for (const path of ['/', '/experiments']) {
        const { status, text } = await ask(path, { headers: { ...trusted(), host } });
        expect(status).toBe(421);
        expect(text).not.toContain(token);
      }
    },
  );

  it.each([
    '/experiments/../secret.json',
    '/experiments/..%2fsecret.json',
    '/experiments/%2e%2e%2fsecret.json',
    '/experiments/..%5csecret.json',
    '/experiments/%2fetc%2fpasswd',
    '/experiments//etc/passwd',
    '/experiments/kept.json%00.txt',
    '/experiments/%',
    '/../secret.json',
    '/secret.json',
    '/package.json',
    '//evil.example/',
  ])('finds nothing at %s', async path => {
    const { status, text } = await ask(path, { headers: trusted() });
    expect([404, 421, 422]).toContain(status);
    expect(text).not.toContain('lru');
    const put = await ask(path, { method: 'PUT', headers: trusted(), body: '{"policy": "mru"}' });
    expect([404, 405, 421, 422]).toContain(put.status);
  });

  it('takes JSON only, and only as much as an experiment can be', async () => {
    const put = (body: string, type = 'application/json') =>
      ask('/experiments/evil', { method: 'PUT', headers: { ...trusted(), 'content-type': type }, body });
    expect((await put('{}', 'text/plain')).status).toBe(415);
    expect((await put('{')).status).toBe(422);
    expect((await put(JSON.stringify({ policy: 'x'.repeat(70_000) }))).status).toBe(422);
    expect(experiments.names()).not.toContain('evil.json');
  });

  it('knows no other method', async () => {
    for (const method of ['POST', 'DELETE', 'OPTIONS'])
      expect([403, 405]).toContain((await ask('/experiments/kept.json', { method, headers: trusted() })).status);
    expect((await ask('/', { method: 'POST' })).status).toBe(405);
  });

  it('lets no page frame it, read it or keep it', async () => {
    const { headers } = await ask('/');
    expect(headers).toMatchObject({
      'content-security-policy': "frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(Object.keys(headers).filter(name => name.startsWith('access-control'))).toEqual([]);
  });

  it('complains of a port that is taken', async () => {
    const port = Number(new URL(server.url).port);
    await expect(serveStudio(experiments, 'x', port)).rejects.toMatchObject({ name: 'InputError', place: '--port' });
  });
});
