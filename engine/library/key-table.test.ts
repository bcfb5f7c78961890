import { expect, it } from 'vitest';
import { KeyTable } from './key-table.ts';

const nobody = { remembers: () => false };

it('a key keeps its id, and the one not seen for longest gives its id to a new one', () => {
  const table = new KeyTable(3, nobody);
  const [a, b, c] = [table.claim('a'), table.claim('b'), table.claim('c')];
  expect([a, b, c, table.claim('b'), table.find('d')]).toEqual([0, 1, 2, 1, -1]);
  table.seen(a);
  expect(table.claim('d')).toBe(b);
  expect([table.find('b'), table.keys[b], table.known, table.recycled]).toEqual([-1, 'd', 3, 1]);
});

it('the id of a key in the cache is never given away, and comes last once it has left', () => {
  const table = new KeyTable(3, nobody);
  for (const key of ['a', 'b', 'c']) table.claim(key);
  table.enter(0);
  expect([table.resident, table.spare]).toEqual([1, 2]);
  expect([table.claim('d'), table.claim('e')]).toEqual([1, 2]);
  table.leave(0);
  table.leave(0);
  expect([table.claim('f'), table.claim('g'), table.claim('h')]).toEqual([1, 2, 0]);
});

it('ids that somebody remembers are passed over, but not for ever', () => {
  const remembered = new Set([0, 1, 2]);
  const table = new KeyTable(20, { remembers: id => remembered.has(id) });
  for (let n = 0; n < 20; n++) table.claim(`${n}`);
  expect([table.claim('a'), table.claim('b')]).toEqual([3, 4]);
  for (let id = 0; id < 20; id++) remembered.add(id);
  expect(table.claim('c')).toBe(0);
});

it('that all few ids are remembered keeps none from being given away', () => {
  const table = new KeyTable(2, { remembers: () => true });
  for (const key of ['a', 'b', 'c', 'd']) table.claim(key);
  expect([table.find('c'), table.find('d')]).toEqual([0, 1]);
});

it('whoever knows something of an id is told that it goes to another key, which is not its own yet', () => {
  const told: unknown[] = [];
  const table: KeyTable = new KeyTable(1, {
    remembers: () => false,
    forget: id => told.push([id, table.find('a'), table.find('b')]),
  });
  table.claim('a');
  table.claim('b');
  expect(told).toEqual([[0, -1, -1]]);
});

it('a key that is stored has the id of the key that was missed last only if it is that key', () => {
  const table = new KeyTable(3, nobody);
  table.seen(table.claim('a'));
  table.seen(table.claim('b'));
  expect(['b', 'a', 'c'].map(key => table.claimToStore(key))).toEqual([1, 0, 2]);
});

it('forgetting leaves nothing', () => {
  const table = new KeyTable(3, nobody);
  for (const key of ['a', 'b']) table.claim(key);
  table.enter(1);
  table.forget();
  expect([table.known, table.resident, table.find('a')]).toEqual([0, 0, -1]);
});
