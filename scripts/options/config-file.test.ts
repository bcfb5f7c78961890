import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { optionsOf } from '../../engine/configuration/options-of.ts';
import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import { readConfigFile } from './config-file.ts';
import { override } from './settings.ts';
import type { OptionName } from './table.ts';

const accepted: readonly OptionName[] = ['workload', 'requests', 'levels', 'inclusion', 'levelTtl', 'mapOps', 'config'];
let file: string;
let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'tierlab-config-'));
  file = join(directory, 'experiment.yaml');
});
afterAll(() => rmSync(directory, { recursive: true }));

function read(text: string) {
  writeFileSync(file, text);
  return readConfigFile(file, accepted);
}

describe('a configuration file', () => {
  it('has options in camel or kebab case, and lists as lists or texts', () => {
    const { settings } = read(
      'workload: zipf\nrequests: 1e4\nlevelTtl: cool\nmap-ops: true\nlevels:\n  - L1=10/5m/lru\n  - L2=20/-/sieve\n',
    );
    expect(settings).toEqual({
      workload: 'zipf',
      requests: '10000',
      levelTtl: 'cool',
      mapOps: true,
      levels: 'L1=10/5m/lru,L2=20/-/sieve',
    });
  });

  it('may be JSON', () => {
    expect(read('{ "workload": "zipf", "levels": "L1=10" }').settings).toEqual({ workload: 'zipf', levels: 'L1=10' });
  });

  it('may be empty, and a flag that is false is as good as absent', () => {
    expect(read('').settings).toEqual({});
    expect(read('mapOps: false').settings).toEqual({});
  });

  it('gives way to the command line, option by option', () => {
    const fromFile = read('workload: zipf\nrequests: 500\n');
    const { settings, places } = override(fromFile, { requests: '900' });
    expect(settings).toEqual({ workload: 'zipf', requests: '900' });
    expect([...places.keys()]).toEqual(['workload']);
  });

  it.each([
    ['workload: zipf\nrequsts: 5', '2:1: unknown option "requsts"; did you mean "requests"?'],
    [
      'config: other.yaml',
      '1:1: unknown option "config"; known: workload, requests, levels, inclusion, level-ttl, map-ops',
    ],
    ['{\n  "levels": { "a": 1 }\n}', '2:13: levels: expected a text or a list of texts'],
    ['inclusion: exclusiv', '1:12: inclusion: unknown word "exclusiv"; did you mean "exclusive"?'],
    ['map-ops: yes please', '1:10: map-ops: expected true or false'],
    ['requests:', '1:10: requests: expected a text or a number'],
    ['mapOps: true\nmap-ops: true', '2:1: option "map-ops" is given twice'],
    ['requests: 1\nrequests: 2', '2:1: Map keys must be unique'],
    ['- zipf', '1:1: expected options as "name: value"'],
    ['levels: [1', '1:11: Flow sequence in block collection must be sufficiently indented and end with a ]'],
  ])('%j is refused with its line and column', (text, message) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ name: 'InputError', message: `${file}:${message}` }));
  });

  it('may be a complete configuration, which gives every option of the cache', () => {
    const whole: readonly OptionName[] = ['workload', 'preset', 'levels', 'promotion', 'tti'];
    const configuration = resolveConfiguration({ preset: 'exclusive-lru', tti: '90s' }, { keys: 10, bytes: null });
    writeFileSync(file, JSON.stringify(configuration, null, 2));
    const { settings, places } = readConfigFile(file, whole);
    expect(settings).toEqual(optionsOf(configuration));
    // The first line opens the object, the second names the preset and the third the unit.
    expect([places.get('preset'), places.get('levels')]).toEqual([`${file}:2:13`, `${file}:4:13`]);
    writeFileSync(file, JSON.stringify({ ...configuration, inclusion: 'exclusiv' }, null, 2));
    expect(() => readConfigFile(file, whole)).toThrow(/experiment\.yaml:31:16: inclusion: Invalid option/);
    writeFileSync(file, JSON.stringify({ ...configuration, levels: [{ name: 'L1', capacity: 0 }] }));
    expect(() => readConfigFile(file, whole)).toThrow(/:1:\d+: levels\.0\./);
  });

  it('must exist', () => {
    expect(() => readConfigFile(`${file}.gone`, accepted)).toThrow(`--config: ${file}.gone: no such file`);
  });
});
