import { expect, test } from 'vitest';
import { findTarget } from './catalog.ts';

test.each([
  [undefined, 'a.csv', 'csv', false],
  [undefined, 'dir.csv/a.TXT', 'keys', false],
  [undefined, 'a.oracleGeneral.bin.gz', 'oracle-general', true],
  ['keys', 'a.csv.gz', 'keys', true],
  ['csv', '-', 'csv', false],
])('--to %s and the name %s are %s', (name, file, format, gzip) => {
  const target = findTarget(name, file);
  expect([target.format.name, target.gzip]).toEqual([format, gzip]);
});

test.each([
  [undefined, 'a.bin', '--to: a.bin stands for no format, expected one of oracle-general, csv, keys'],
  [undefined, '-', '--to: - stands for no format'],
  ['csv', 'a.csv.zst', 'a.csv.zst: .zst is not written, expected .gz or a plain file'],
])('--to %s and the name %s are refused', (name, file, message) => {
  expect(() => findTarget(name, file)).toThrow(message);
});
