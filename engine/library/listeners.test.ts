import { expect, it, vi } from 'vitest';
import type { CacheEventName } from './listeners.ts';
import { MultiLevelCache } from './multi-level-cache.ts';

const NAMES = ['hit', 'miss', 'set', 'remove', 'move'] as const;

function logged(levels: string, options: object = {}) {
  const cache = new MultiLevelCache<string>({ preset: 'exclusive-lru', levels, clock: () => 0, ...options });
  const log: [CacheEventName, object][] = [];
  for (const name of NAMES) cache.on(name, (event: object) => log.push([name, event]));
  return { cache, log: () => log.splice(0) };
}

it('every event says which key, which level and why, in the order in which things happened', () => {
  const { cache, log } = logged('L1=1,L2=1');
  cache.set('a', '1');
  expect(log()).toEqual([['set', { key: 'a', value: '1', level: 'L1' }]]);
  cache.set('b', '2');
  expect(log()).toEqual([
    ['move', { key: 'a', from: 'L1', to: 'L2', cause: 'demoted' }],
    ['set', { key: 'b', value: '2', level: 'L1' }],
  ]);
  cache.get('a');
  expect(log()).toEqual([
    ['move', { key: 'b', from: 'L1', to: 'L2', cause: 'demoted' }],
    ['move', { key: 'a', from: 'L2', to: 'L1', cause: 'promoted' }],
    ['hit', { key: 'a', value: '1', level: 'L2' }],
  ]);
  cache.set('c', '3');
  expect(log()).toEqual([
    ['remove', { key: 'b', value: '2', level: 'L2', cause: 'evicted', remains: false }],
    ['move', { key: 'a', from: 'L1', to: 'L2', cause: 'demoted' }],
    ['set', { key: 'c', value: '3', level: 'L1' }],
  ]);
  cache.get('b');
  cache.delete('a');
  expect(log()).toEqual([
    ['miss', { key: 'b' }],
    ['remove', { key: 'a', value: '1', level: 'L2', cause: 'invalidated', remains: false }],
  ]);
});

it('a removal says whether another level still holds a copy', () => {
  const { cache, log } = logged('L1=1,L2=9', {
    inclusion: 'nine',
    placement: 'all',
    promotion: 'never',
    demotion: 'drop',
  });
  cache.set('a', '1');
  cache.set('b', '2');
  expect(log().filter(([name]) => name === 'remove')).toEqual([
    ['remove', { key: 'a', value: '1', level: 'L1', cause: 'evicted', remains: true }],
  ]);
  expect(cache.get('a')).toMatchObject({ value: '1', level: 'L2' });
});

it('a set that the cache refuses is told with no level', () => {
  const { cache, log } = logged('L1=5', { policy: 'lru', admission: 'second-hit' });
  expect(cache.set('a', '1')).toBe(false);
  expect(log()).toEqual([['set', { key: 'a', value: '1', level: null }]]);
});

it('a listener may use the cache, and what comes of that is told afterwards', () => {
  const { cache, log } = logged('L1=2');
  cache.on('miss', ({ key }) => cache.set(key, 'found'));
  expect(cache.get('a').hit).toBe(false);
  expect(log().map(([name]) => name)).toEqual(['miss', 'set']);
  expect(cache.get('a')).toMatchObject({ value: 'found' });
});

it('a listener that throws keeps nobody else from hearing, and its error comes out of the request, which has happened', () => {
  const cache = new MultiLevelCache<string>();
  const second = vi.fn();
  cache.on('set', () => {
    throw new Error('a bad listener');
  });
  cache.on('set', second);
  expect(() => cache.set('a', '1')).toThrow('a bad listener');
  expect(second).toHaveBeenCalledOnce();
  expect(cache.get('a')).toMatchObject({ value: '1' });
});

it.each<CacheEventName>(NAMES)('who has left hears no more of %s', name => {
  const { cache } = logged('L1=1,L2=1');
  const listener = vi.fn();
  cache.on(name, listener).off(name, listener).off(name, listener);
  for (const key of ['a', 'b', 'a', 'c', 'd']) if (!cache.get(key).hit) cache.set(key, key);
  expect(listener).not.toHaveBeenCalled();
});
