import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readGoldenNumbers } from './golden-numbers.ts';

const directory = mkdtempSync(join(tmpdir(), 'tierlab-golden-numbers-'));
afterAll(() => rmSync(directory, { recursive: true }));

function read(files: Readonly<Record<string, readonly string[]>>) {
  for (const [name, lines] of Object.entries(files)) writeFileSync(join(directory, name), `${lines.join('\n')}\n`);
  return readGoldenNumbers(directory);
}

const MAP = 'golden_file,policy,params,spec,tolerance';
const CAFFEINE = 'trace,size,policy,requests,hits,misses';
const LIBCACHESIM = 'trace,policy,size_unit,cache_size,requests,misses,byte_miss_ratio,params,final_objects';

test('a curve is what one file says of one policy with its parameters on one trace in one unit', () => {
  const { curves } = read({
    'map.csv': [MAP, 'libcachesim.csv,clock,n-bit-counter=2,clock:bits=2,0'],
    'libcachesim.csv': [
      LIBCACHESIM,
      'loop,clock,objects,10,100,90,0.9,n-bit-counter=2,10',
      'loop,clock,objects,20,100,80,0.8,n-bit-counter=2,20',
      'loop,clock,objects,30,100,70,0.7,,30',
      'loop,clock,bytes,64,100,60,0.625,n-bit-counter=2,5',
      'cs,clock,objects,10,100,50,0.5,n-bit-counter=2,10',
      'loop,lru,objects,10,100,40,0.4,n-bit-counter=2,10',
    ],
  });
  const digest = curves.map(({ spec, trace, unit, points }) => [spec, trace, unit, points.map(each => each.misses)]);
  expect(digest).toEqual([
    ['clock:bits=2', 'loop', 'entries', [90, 80]],
    ['clock:bits=2', 'loop', 'bytes', [60]],
    ['clock:bits=2', 'cs', 'entries', [50]],
  ]);
  expect(curves[1]!.points[0]).toMatchObject({ capacity: 64, byteMissRatio: { value: 0.625, precision: 1e-9 } });
});

test('Caffeine behind TinyLFU is compared with the policies that the map binds without it', () => {
  const { curves } = read({
    'map.csv': [MAP, 'caffeine.csv,linked.Lru,,lru,0'],
    'caffeine.csv': [CAFFEINE, 'loop,10,linked.Lru,100,0,100'],
    'caffeine_tinylfu_admission.csv': [
      CAFFEINE,
      'loop,10,linked.Lru_TinyLfu,100,50,50',
      'loop,10,linked.Fifo_TinyLfu,100,40,60',
    ],
  });
  rmSync(join(directory, 'caffeine_tinylfu_admission.csv'));
  expect(
    curves.map(({ spec, admission, tolerance, points }) => [spec, admission, tolerance, points[0]!.misses]),
  ).toEqual([
    ['lru', null, 0, 100],
    ['lru', 'tinylfu', 1.5, 50],
  ]);
});

test('a policy that this version does not have is named', () => {
  const { curves, missingSpecs } = read({
    'map.csv': [MAP, 'caffeine.csv,linked.Lru,,lru,0', 'caffeine.csv,linked.Lru,,cleverest:size=1,0'],
    'caffeine.csv': [CAFFEINE, 'loop,10,linked.Lru,100,0,100'],
  });
  expect(curves.map(each => each.spec)).toEqual(['lru']);
  expect(missingSpecs).toEqual(['cleverest:size=1']);
});

test('rows are left out where the trace is not supplied, and where libCacheSim, but not Caffeine, missed every request', () => {
  const { curves, leftOut } = read({
    'map.csv': [MAP, 'caffeine.csv,linked.Lru,,lru,0', 'libcachesim.csv,s3fifo,,s3-fifo,0'],
    'caffeine.csv': [CAFFEINE, 'loop,10,linked.Lru,100,0,100', 'unheard-of,10,linked.Lru,100,50,50'],
    'libcachesim.csv': [
      LIBCACHESIM,
      'loop,s3fifo,objects,5,100,100,1,,0',
      'loop,s3fifo,objects,50,100,99,0.99,,50',
      'zipf1.0_1m_10m,s3fifo,objects,50,100,99,0.99,,50',
    ],
  });
  expect(curves.map(each => [each.spec, each.points.length])).toEqual([
    ['lru', 1],
    ['s3-fifo', 1],
  ]);
  expect([...leftOut]).toEqual([
    ['the trace unheard-of is not supplied', 1],
    [expect.stringContaining('missed every request'), 1],
    ['the trace zipf1.0_1m_10m is not supplied', 1],
  ]);
});

test("libCacheSim's random does not bind while few entries are resident; Caffeine's always does", () => {
  const { curves } = read({
    'map.csv': [MAP, 'libcachesim.csv,random,,random,1.5', 'caffeine.csv,sampled.Random,,random,1.5'],
    'caffeine.csv': [CAFFEINE, 'loop,10,sampled.Random,100,50,50'],
    'libcachesim.csv': [
      LIBCACHESIM,
      'loop,random,objects,5999,100,60,0.6,,5999',
      'loop,random,objects,6000,100,60,0.6,,6000',
    ],
  });
  const binding = curves.map(each => each.points.map(({ whyNotBinding }) => whyNotBinding === null));
  expect(binding).toEqual([[false, true], [true]]);
});

test('a malformed table is refused with its line', () => {
  const map = [MAP, 'caffeine.csv,linked.Lru,,lru,0'];
  const reading = (line: string) => () => read({ 'map.csv': map, 'caffeine.csv': [CAFFEINE, line] });
  expect(reading('loop,10,linked.Lru,100')).toThrow('caffeine.csv: line 2: found 4 fields, expected 6');
  expect(reading('loop,ten,linked.Lru,100,50,50')).toThrow('line 2: column size: found "ten", expected a number');
  expect(() => read({ 'map.csv': [MAP, 'other.csv,linked.Lru,,lru,0'] })).toThrow(
    'line 2: found "other.csv", expected one of',
  );
});
