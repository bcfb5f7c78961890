import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { JsonLines } from './json-lines.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'tierlab-lines-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

interface Line {
  readonly n: number;
}

function written(name: string, ...numbers: number[]): string {
  const file = join(directory, name, 'lines.jsonl');
  const lines = new JsonLines<Line>(file, { resume: false });
  for (const n of numbers) lines.append({ n });
  lines.close();
  return file;
}

function reopened(file: string, keep?: (line: Line) => boolean): readonly Line[] {
  const lines = new JsonLines<Line>(file, { resume: true, ...(keep && { keep }) });
  lines.close();
  return lines.found;
}

test('lines are found again, number by number', () => {
  const file = written('whole', 0.1 + 0.2, 1 / 3);
  expect(reopened(file)).toEqual([{ n: 0.1 + 0.2 }, { n: 1 / 3 }]);
});

test('wherever the file was cut off, whole lines are found, and the next line begins where the last one ended', () => {
  const file = written('torn', 1, 22, 333);
  const text = readFileSync(file, 'utf8');
  for (let length = text.length; length >= 0; length--) {
    writeFileSync(file, text);
    truncateSync(file, length);
    const lines = new JsonLines<Line>(file, { resume: true });
    const whole = text.slice(0, length).split('\n').length - 1;
    expect(lines.found).toEqual([{ n: 1 }, { n: 22 }, { n: 333 }].slice(0, whole));
    lines.append({ n: 4 });
    lines.close();
    expect(reopened(file)).toEqual([...lines.found, { n: 4 }]);
  }
});

test('what nobody wants any more leaves the file', () => {
  const file = written('kept', 1, 2, 3);
  expect(reopened(file, ({ n }) => n !== 2)).toEqual([{ n: 1 }, { n: 3 }]);
  expect(readFileSync(file, 'utf8')).toBe('{"n":1}\n{"n":3}\n');
  expect(readdirSync(join(directory, 'kept'))).toEqual(['lines.jsonl']);
});

test('all is thrown away where nobody asks to resume', () => {
  const file = written('again', 1, 2);
  new JsonLines<Line>(file, { resume: false }).close();
  expect(readFileSync(file, 'utf8')).toBe('');
});

test('a line in the middle that is no JSON is named', () => {
  const file = written('broken', 1, 2);
  writeFileSync(file, '{"n":1}\n{"n":\n{"n":3}\n');
  expect(() => reopened(file)).toThrow(`${file}:2: not JSON; leave --resume out to begin again`);
});
