import type { OptionDescriptions } from './description.ts';

/** What is written and shown. */
export const outputOptions = {
  out: {
    kind: 'text',
    value: 'DIR',
    group: 'Output',
    default: 'results/…',
    summary: 'directory of the result files',
  },
  json: { kind: 'flag', group: 'Output', summary: 'print the result document and nothing else' },
  noReport: { kind: 'flag', group: 'Output', summary: 'write no report.html' },
  open: { kind: 'flag', group: 'Output', summary: 'open the report in the browser' },
  quiet: { kind: 'flag', group: 'Output', summary: 'print no summary and no progress' },
  noColor: { kind: 'flag', group: 'Output', summary: 'no colours; so does the variable NO_COLOR' },
  help: { kind: 'flag', alias: 'h', group: 'Output', summary: 'print this text' },
} as const satisfies OptionDescriptions;
