import { expect, it } from 'vitest';
import { evictionPolicies } from '../../policies/catalog.ts';
import { registeredSamples, registerSamples, samplesNamed } from '../latency-samples.ts';
import { type Plugin, pluginOf, registeredPlugins, registerPlugins } from './registry.ts';

/** Its code is sound: the threads of other test files in this process load it. */
const plugin = (name: string, text: string): Plugin => ({
  name,
  code: `// ${text}`,
  description: evictionPolicies[0]!,
  whereabouts: () => null,
});

it('what is registered stays when more is, and of two with one name the later one counts', () => {
  // Other test files may have registered theirs in this process.
  const before = registeredPlugins().length;
  registerPlugins([plugin('./a.ts', 'first'), plugin('./b.ts', 'other')]);
  registerPlugins([plugin('./c.ts', 'third')]);
  registerPlugins([]);
  registerPlugins([plugin('./a.ts', 'second')]);
  expect(
    registeredPlugins()
      .slice(before)
      .map(({ name, code }) => [name, code]),
  ).toEqual([
    ['./a.ts', '// second'],
    ['./b.ts', '// other'],
    ['./c.ts', '// third'],
  ]);
  expect(pluginOf('./b.ts:size=3')?.code).toBe('// other');
});

it('so do samples of latency', () => {
  const before = registeredSamples().length;
  registerSamples([['a', Float64Array.of(1)]]);
  registerSamples([['b', Float64Array.of(2)]]);
  expect(
    registeredSamples()
      .slice(before)
      .map(([name]) => name),
  ).toEqual(['a', 'b']);
  expect(samplesNamed('a')).toEqual(Float64Array.of(1));
});
