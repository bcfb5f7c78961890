import { expect, test } from 'vitest';
import type { WordNames } from '../../interner.ts';
import { column, feed } from '../testing/feed.ts';
import { source } from '../testing/written.ts';

const OWN = `time,op,key,size,type,priority,ttl,client
0.5,set,user:1,100,features,high,60,alice
1,get,user:1,100,features,medium,,bob
2,get,user:2,50,unheard,urgent,-,alice
3,delete,user:1,,general,normal,0,bob
`;

test("Tierlab's own columns are all taken, operations included", () => {
  const { requests, format } = feed(OWN);
  expect(format).toBe('csv');
  expect(column(requests, 'id')).toEqual([0, 0, 1, 0]);
  expect(column(requests, 'time')).toEqual([0.5, 1, 2, 3]);
  expect(column(requests, 'op')).toEqual([1, 0, 0, 2]);
  // The delete has no size of its own: the object is as large as it was.
  expect(column(requests, 'size')).toEqual([100, 100, 50, 100]);
  expect(column(requests, 'type')).toEqual([1, 1, 0, 0]);
  expect(column(requests, 'priority')).toEqual([2, 1, 0, 0]);
  expect(column(requests, 'ttl')).toEqual([60, -1, -1, -1]);
  expect(column(requests, 'client')).toEqual([0, 1, 0, 1]);
  expect(requests).toMatchObject({ gets: 2, operations: 4, universe: 2, bytes: 150 });
});

test('a header of the key alone is enough, and unknown columns are left aside', () => {
  expect(feed('key\na\nb\na\n').requests).toMatchObject({ gets: 3, universe: 2, columns: [] });
  expect(feed('key,colour\na,red\nb,blue\na,red\n').requests).toMatchObject({ universe: 2, columns: [] });
});

test.each([
  ['commas', 'time,key\n1,a\n2,b\n'],
  ['semicolons', 'time;key\n1;a\n2;b\n'],
  ['tabs', 'time\tkey\n1\ta\n2\tb\n'],
  ['blanks', 'time  key\n1 a\n 2  b\n'],
  ['CR LF', 'time,key\r\n1,a\r\n2,b\r\n'],
  ['quotes', '"time","key"\n"1","a"\n2,"b"\n'],
  ['commas, with a header in a comment', '# time,key\n1,a\n2,b\n'],
])('columns divided by %s are told by the content', (_, content) => {
  const { requests, format } = feed(content);
  expect(format).toBe('csv');
  expect(column(requests, 'id')).toEqual([0, 1]);
  expect(column(requests, 'time')).toEqual([1, 2]);
});

// The columns of the published CloudPhysics sample; 2a is a write, 28 a read.
const BLOCKS =
  'version,time,op,size,lbn\n1,5633898,2a,512,42932745\n1,5633899,28,1024,42932746\n1,5633899,28,512,42932745\n';

test('a foreign table with one column that must be the key is read by the names it has, every record a get', () => {
  const { requests } = feed(BLOCKS);
  expect(column(requests, 'id')).toEqual([0, 1, 0]);
  expect(column(requests, 'time')).toEqual([5633898, 5633899, 5633899]);
  expect(column(requests, 'size')).toEqual([512, 1024, 512]);
  expect(requests.gets).toBe(3);
});

test('with mapped operations the writes of a foreign table are sets', () => {
  expect(column(feed(BLOCKS, { mapOps: true }).requests, 'op')).toEqual([1, 0, 0]);
  const words = 'key,op\na,PUT\na,read\na,DEL\na,stat\n';
  expect(column(feed(words, { mapOps: true }).requests, 'op')).toEqual([1, 0, 2, 0]);
});

test('columns are mapped by name or number', () => {
  const byName = feed(BLOCKS, { columns: 'key=LBN,time=time' }).requests;
  const byNumber = feed(BLOCKS, { columns: 'key=5,time=2' }).requests;
  expect(byName.columns).toEqual(['time']);
  expect(column(byName, 'time')).toEqual([5633898, 5633899, 5633899]);
  expect(byNumber).toEqual(byName);
});

test('a table without a header is read by numbers', () => {
  const { requests } = feed('10,a,7\n11,b,8\n12,a,7\n', { columns: 'key=2,time=1,size=3' });
  expect(column(requests, 'id')).toEqual([0, 1, 0]);
  expect(column(requests, 'size')).toEqual([7, 8, 7]);
});

test('a key may be a pair of columns, and no two pairs are confused', () => {
  const { requests } = feed('id,size\n1,23\n12,3\n1,23\n1,2\n', { columns: 'key=id+size,size=size' });
  expect(column(requests, 'id')).toEqual([0, 1, 0, 2]);
});

test('a quoted key may hold the delimiter', () => {
  expect(column(feed('key,size\n"a,b",1\na,1\n"a,b",1\n').requests, 'id')).toEqual([0, 1, 0]);
});

test('a quote in a key may be doubled in quotes or stand bare, and is the same', () => {
  const { requests } = feed('key,size\n"a""b",1\na"b,1\n"a""""b",1\na""b,1\na"b,1\n');
  expect(column(requests, 'id')).toEqual([0, 0, 1, 1, 0]);
});

test('a key put together from several columns is named by all of them, and no two share a name', () => {
  const { originals } = source('a,b\n1,2+3\n1+2,3\n"x""y",\\\n', { columns: 'key=a+b' });
  const { bytes, ends, count } = originals.keys as WordNames;
  const names = Array.from({ length: count }, (_, i) => new TextDecoder().decode(bytes.subarray(ends[i], ends[i + 1])));
  expect(names).toEqual(['1+2\\+3', '1\\+2+3', 'x"y+\\\\']);
});

test.each([
  ['key,size\na,1\nb,2\nc\n', 'trace:4:1: found 1 field, expected 2 as in the first line (2 good requests before it)'],
  ['key,size\na,1\nb,-2\n', 'trace:3:3: size "-2" is negative (1 good request before it)'],
  ['key,size\na,1\nb,big\n', 'trace:3:3: size "big" is not a number'],
  ['key,time\na,1\nb,\n', 'trace:3:3: time "" is not a number'],
  ['key,ttl\na,1\nb,-5\n', 'trace:3:3: ttl "-5" is negative'],
  ['key,size\na,1\n,2\n', 'trace:3:1: the key is empty'],
  ['key,size\na,1\n"b,2\nc,3\n', 'trace:3:1: the quote is not closed on its line'],
  ['key,op\na,get\nb,peek\n', 'trace:3:3: found "peek", expected get, set or delete'],
  ['key,size\n', 'trace: the trace holds no requests'],
  [
    'method,url\nget,a\nmethod,url\nget,b\n',
    'trace:3:1: found the names of the columns again, expected a record (1 good request before it)',
  ],
])('%j is refused with its place', (content, message) => {
  expect(() => feed(content)).toThrow(message);
});

test('a key alone may be called as its column is', () => {
  expect(feed('key\nlock\nkey\n').requests.universe).toBe(2);
});

test.each([
  [
    'time,colour,shade\n1,red,2\n',
    {},
    'found time, colour, shade); name it, for example --columns key=colour,time=time',
  ],
  [
    'time,id,url\n1,7,x\n',
    {},
    'several columns could be the key (id, url); name it, for example --columns key=id,time=time',
  ],
  [
    '1,a,7\n2,b,8\n',
    {},
    'the table has no header (its first line: 1, a, 7); name columns by number, for example --columns key=2',
  ],
  [
    'key,size\na,1\n',
    { columns: 'key=key,size=sice' },
    '--columns: size=sice: trace has no column "sice"; did you mean "size"?',
  ],
  ['1,a\n2,b\n', { columns: 'key=name' }, 'trace has no column "name"'],
  ['1,a\n2,b\n', { columns: 'key=3' }, '--columns: key=3: trace has columns 1 to 2'],
  [
    'key,time,Time\na,1,2\n',
    {},
    'trace: columns 2 and 3 are both called "time"; name them by number, for example --columns key=2',
  ],
  ['key,size,key\na,1,b\n', {}, 'trace: columns 1 and 3 are both called "key"'],
  ['key,size,key\na,1,b\n', { columns: 'key=key' }, '--columns: columns 1 and 3 are both called "key"'],
  ['key,size\na,1\n', { mapOps: true }, '--map-ops: trace has no column op (found key, size)'],
])('%j with %j is refused with what would do', (content, options, message) => {
  expect(() => feed(content, options)).toThrow(message);
});

test('columns that nobody wants may share a name, and one that is wanted goes by its number', () => {
  expect(column(feed('key,x,x\na,1,2\nb,3,4\n').requests, 'id')).toEqual([0, 1]);
  expect(column(feed('key,time,time\na,1,2\n', { columns: 'key=1,time=3' }).requests, 'time')).toEqual([2]);
});

test('a table that is not UTF-8 is refused for that', () => {
  const latin1 = new Uint8Array([...new TextEncoder().encode('time,key\n1,'), 0xe9, 0x0a]);
  expect(() => feed(latin1, { format: 'csv' })).toThrow('trace: its first lines are not UTF-8 text');
  expect(() => feed(latin1)).toThrow('trace: this data, which is not UTF-8 text, is in no format');
});
