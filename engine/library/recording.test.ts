import { expect, it, vi } from 'vitest';
import { feed } from '../../workloads/traces/testing/feed.ts';
import { source } from '../../workloads/traces/testing/written.ts';
import { CacheMonitor } from './monitor.ts';
import { MultiLevelCache } from './multi-level-cache.ts';
import type { RecordingOptions, TraceSink } from './recording.ts';

function recorded(options: RecordingOptions = {}, sink: Partial<TraceSink> = {}) {
  const time = { now: 100 };
  const cache = new MultiLevelCache<string>({ clock: () => time.now });
  const chunks: string[] = [];
  const write = (text: string) => {
    chunks.push(text);
  };
  const monitor = new CacheMonitor(cache);
  const recording = monitor.record({ write, ...sink }, options);
  return { cache, time, monitor, recording, chunks, text: () => chunks.join('') };
}

it('every request is a line with all that was said of it', async () => {
  const { cache, time, recording, text } = recorded();
  cache.get('user:1', { client: 'alice' });
  time.now += 0.5;
  cache.set('user:1', 'x', { dataType: 'features', priority: 'high', ttlMs: 1_500, size: 120, client: 'bob' });
  cache.get('user:1', { dataType: 'features' });
  time.now += 1;
  cache.delete('user:1');
  cache.delete('unknown');
  await cache.getOrLoad('a,b "c"', () => 'y', { size: 7 });
  expect(await recording.stop()).toEqual({ requests: 7, dropped: 0 });
  expect(text()).toBe(`time,op,key,size,type,priority,ttl,client
0,get,user:1,1,general,normal,,alice
0.5,set,user:1,120,features,high,1.5,bob
0.5,get,user:1,120,features,normal,,
1.5,delete,user:1,1,general,normal,,
1.5,delete,unknown,1,general,normal,,
1.5,get,"a,b ""c""",1,general,normal,,
1.5,set,"a,b ""c""",7,general,normal,,
`);
});

it('whatever a key is made of, the trace is read again and keeps keys apart', async () => {
  const { cache, recording, text } = recorded();
  const keys = ['', ' ', 'a', ' a', 'a\nb', 'a\u0000b', '"', '""', 'ä,ö', '日本', '\t', '\\', "'", '1', '01', '*'];
  for (const key of keys) cache.get(key);
  await recording.stop();
  const { requests } = feed(text());
  expect(requests).toMatchObject({ universe: keys.length, gets: keys.length });
  expect(source(text()).requests.columns).toEqual(['time', 'op', 'size', 'type', 'priority', 'ttl', 'client']);
});

it('a clear is a delete of all that is there', async () => {
  const { cache, recording, text } = recorded();
  cache.set('a', '1');
  cache.clear();
  await recording.stop();
  expect(text()).toContain('\n0,delete,a,');
});

it('a rate records some keys with all their requests, and the others not at all', async () => {
  const { cache, recording, text } = recorded({ rate: 0.25 });
  for (let round = 0; round < 3; round++) for (let n = 0; n < 400; n++) cache.get(`key ${n}`);
  const { requests } = await recording.stop();
  const counts = new Map<string, number>();
  for (const line of text().split('\n').slice(1, -1))
    counts.set(line.split(',')[2]!, (counts.get(line.split(',')[2]!) ?? 0) + 1);
  expect([...new Set(counts.values())]).toEqual([3]);
  expect(requests).toBe(3 * counts.size);
  expect(Math.abs(counts.size - 100)).toBeLessThan(35);
});

it.each([0, -1, 1.5, Number.NaN])('a rate of %d is refused, and nothing is recorded then', rate => {
  const cache = new MultiLevelCache<string>();
  const monitor = new CacheMonitor(cache);
  expect(() => monitor.record({ write: () => {} }, { rate })).toThrow('rate: found');
  expect(() => monitor.record({ write: () => {} })).not.toThrow();
});

it('there is one recording at a time, and the next may follow', async () => {
  const { monitor, recording, cache, chunks } = recorded();
  expect(() => monitor.record({ write: () => {} })).toThrow('being recorded already');
  await recording.stop();
  cache.get('after');
  expect(chunks.join('')).not.toContain('after');
  const next: string[] = [];
  const second = monitor.record({ write: text => void next.push(text) });
  await recording.stop();
  cache.get('b');
  await second.stop();
  expect(next.join('')).toContain('0,get,b,');
});

it('while a slow sink writes it is given nothing, and the requests do not wait', async () => {
  const writes: { text: string; done: () => void }[] = [];
  const close = vi.fn();
  const write = (text: string) => new Promise<void>(done => writes.push({ text, done }));
  const { cache, recording } = recorded({}, { write, close });
  const key = 'k'.repeat(1_000);
  for (let n = 0; n < 300; n++) cache.get(`${key}${n}`);
  expect(writes).toHaveLength(1);
  const stopped = recording.stop();
  writes[0]!.done();
  await vi.waitFor(() => expect(writes).toHaveLength(2));
  expect(close).not.toHaveBeenCalled();
  writes[1]!.done();
  expect(await stopped).toEqual({ requests: 300, dropped: 0 });
  expect(close).toHaveBeenCalledOnce();
  expect(feed(writes.map(each => each.text).join('')).requests.gets).toBe(300);
});

it('what a sink can never keep up with is dropped and counted, and whole lines are', async () => {
  let text = '';
  const finish: (() => void)[] = [];
  const write = (chunk: string) => {
    text += chunk;
    return new Promise<void>(done => finish.push(done));
  };
  const { cache, recording } = recorded({}, { write });
  const key = 'k'.repeat(100_000);
  for (let n = 0; n < 300; n++) cache.get(`${key}${n}`);
  const stopped = recording.stop();
  finish[0]!();
  await vi.waitFor(() => expect(finish).toHaveLength(2));
  finish[1]!();
  const { requests, dropped } = await stopped;
  // 16 Mi characters wait beside the first chunk: about 168 lines of 100,000.
  expect([requests + dropped, requests > 160 && requests < 180]).toEqual([300, true]);
  expect(feed(text).requests.gets).toBe(requests);
});

it.each<[string, TraceSink['write']]>([
  [
    'throws',
    () => {
      throw new Error('disk full');
    },
  ],
  ['rejects', () => Promise.reject(new Error('disk full'))],
])('a sink that %s ends the recording, which says so when it is stopped, and never a request', async (_, write) => {
  const { cache, recording } = recorded({}, { write });
  for (let n = 0; n < 3_000; n++) cache.get(`a key that is not very short ${n}`);
  await expect(recording.stop()).rejects.toThrow('disk full');
});
