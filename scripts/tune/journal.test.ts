import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import type { Cell } from '../../engine/experiments/tune/cell.ts';
import { Journal } from './journal.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'tierlab-journal-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

const configuration = resolveConfiguration({}, { keys: 10, bytes: null });
const cell = (share: number): Cell => ({ configuration, on: { kind: 'prefix', share } });
const measures = (latencyMeanMs: number) => [
  { requests: 7, hitRatio: 1 / 3, latencyMeanMs, latencyP99Ms: 2, fetchesPerRequest: 2 / 3 },
];

test('a journal gives back what was noted, number by number, to whoever resumes it', () => {
  const file = join(directory, 'deep', 'evaluations.jsonl');
  const first = new Journal(file, 'a', false);
  first.note(cell(0.5), measures(0.1 + 0.2));
  first.close();
  const second = new Journal(file, 'a', true);
  expect(second.found).toBe(1);
  expect(second.find(cell(0.5))).toEqual(measures(0.1 + 0.2));
  expect(second.find(cell(0.25))).toBeUndefined();
  second.close();
});

test('half a line at the end is forgotten, and the next one begins where it began', () => {
  const file = join(directory, 'torn.jsonl');
  const first = new Journal(file, 'a', false);
  first.note(cell(0.5), measures(1));
  first.note(cell(0.25), measures(2));
  first.close();
  truncateSync(file, readFileSync(file).length - 9);
  const second = new Journal(file, 'a', true);
  expect([second.found, second.find(cell(0.25))]).toEqual([1, undefined]);
  second.note(cell(0.25), measures(3));
  second.close();
  const third = new Journal(file, 'a', true);
  expect(third.find(cell(0.25))).toEqual(measures(3));
  third.close();
});

test('a first line that is torn is as good as nothing', () => {
  const file = join(directory, 'begun.jsonl');
  appendFileSync(file, '{"schema":"tierl');
  const journal = new Journal(file, 'a', true);
  journal.note(cell(0.5), measures(1));
  journal.close();
  expect(readFileSync(file, 'utf8')).toMatch(/^\{"schema":"tierlab\/evaluations@1","identity":"a"\}\n\{"key":/);
});

test('what is of another workload is refused, and thrown away where nobody asks to resume', () => {
  const file = join(directory, 'other.jsonl');
  const first = new Journal(file, 'a', false);
  first.note(cell(0.5), measures(1));
  first.close();
  expect(() => new Journal(file, 'b', true)).toThrow(
    /--resume: .*other\.jsonl is of another workload, seed or version/,
  );
  const again = new Journal(file, 'b', false);
  expect(again.found).toBe(0);
  again.close();
});
