import type { OptionDescriptions } from './description.ts';

/** How it is run. */
export const runOptions = {
  config: {
    kind: 'text',
    value: 'FILE',
    group: 'Run',
    summary: 'YAML or JSON with any of these options; options given here win',
  },
  suggest: {
    kind: 'choice',
    value: 'off|fast|full',
    choices: ['off', 'fast', 'full'],
    group: 'Run',
    default: 'fast',
    summary: 'try changes on the same workload and show those that help; full tries more of them, with more seeds',
  },
  explain: { kind: 'flag', group: 'Run', summary: 'say where the misses come from: causes, keys, data types' },
  jobs: { kind: 'text', value: 'N', group: 'Run', default: 'cores', summary: 'worker threads' },
} as const satisfies OptionDescriptions;
