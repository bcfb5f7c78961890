import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { OF_SIM } from '../options/table.ts';
import { ExperimentFolder } from './folder.ts';

const made: string[] = [];
afterAll(() => {
  for (const each of made) rmSync(each, { recursive: true });
});

/** A folder beside a secret, and what keeps its experiments. */
function setUp() {
  const around = mkdtempSync(join(tmpdir(), 'tierlab-studio-'));
  made.push(around);
  const folder = join(around, 'experiments');
  mkdirSync(folder);
  writeFileSync(join(around, 'secret.json'), '{"policy": "lru"}');
  return { around, folder, experiments: new ExperimentFolder(folder, OF_SIM) };
}

describe('the folder of experiments', () => {
  it('gives back what was saved, as a configuration file', () => {
    const { experiments, folder } = setUp();
    const options = { workload: 'zipf:alpha=1', levels: 'L1=5/-/lru', mapOps: true };
    expect(experiments.save('mine', options, false)).toBe('mine.json');
    expect(experiments.names()).toEqual(['mine.json']);
    expect(experiments.open('mine.json')).toEqual(options);
    expect(JSON.parse(readFileSync(join(folder, 'mine.json'), 'utf8'))).toEqual(options);
  });

  it('need not exist before something is saved', () => {
    const { around } = setUp();
    const experiments = new ExperimentFolder(join(around, 'later'), OF_SIM);
    expect(experiments.names()).toEqual([]);
    experiments.save('first', {}, false);
    expect(experiments.names()).toEqual(['first.json']);
  });

  it('replaces a file only where that was asked for', () => {
    const { experiments } = setUp();
    experiments.save('mine', { seed: '1' }, false);
    expect(() => experiments.save('mine', { seed: '2' }, false)).toThrow('exists already');
    expect(experiments.open('mine.json')).toEqual({ seed: '1' });
    experiments.save('mine', { seed: '2' }, true);
    expect(experiments.open('mine.json')).toEqual({ seed: '2' });
  });

  it.each(['../secret.json', '..', '.', '', '/etc/passwd', 'a/b', 'a\\b', '.hidden', 'a\0b', 'x'.repeat(80)])(
    'neither opens nor writes %j',
    name => {
      const { experiments } = setUp();
      expect(() => experiments.open(name)).toThrow('there is no such experiment');
      expect(() => experiments.save(name, {}, true)).toThrow(/expected letters/);
    },
  );

  it('follows no link out of itself', () => {
    const { experiments, folder, around } = setUp();
    symlinkSync(join(around, 'secret.json'), join(folder, 'link.json'));
    expect(experiments.names()).toEqual([]);
    expect(() => experiments.open('link.json')).toThrow('there is no such experiment');
    expect(() => experiments.save('link', { policy: 'fifo' }, true)).toThrow('is not a file');
    expect(readFileSync(join(around, 'secret.json'), 'utf8')).toBe('{"policy": "lru"}');
  });

  it.each([
    [{ polcy: 'lru' }, /polcy/],
    [{ config: '/etc/passwd' }, /config/],
    [{ inclusion: 'exclusiv' }, /did you mean "exclusive"/],
    [{ levels: { a: 1 } }, /expected a text/],
    ['text', /object/],
    [null, /object/],
  ])('saves nothing that is no experiment: %j', (options, problem) => {
    const { experiments } = setUp();
    expect(() => experiments.save('mine', options, false)).toThrow(problem);
    expect(experiments.names()).toEqual([]);
  });

  it('says what is wrong in a file, and where', () => {
    const { experiments, folder } = setUp();
    writeFileSync(join(folder, 'bad.yaml'), 'policy: lru\npolcy: fifo\n');
    expect(() => experiments.open('bad.yaml')).toThrow(/bad.yaml:2:1: unknown option "polcy"/);
  });
});
