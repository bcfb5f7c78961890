import type { OptionDescription, OptionDescriptions } from '../options/description.ts';

/** Where results are looked for, and how answers are printed. */
export const queryOptions = {
  in: {
    kind: 'text',
    value: 'DIR',
    group: 'Query',
    default: 'results',
    summary: 'directory with results in it, at any depth',
  },
  csv: { kind: 'flag', group: 'Query', summary: 'print all rows as CSV' },
} as const satisfies OptionDescriptions;

export const QUERY_OUT: OptionDescription = {
  kind: 'text',
  value: 'FILE',
  group: 'Output',
  summary: 'write the rows to a file instead: .parquet, .csv, .json or .jsonl',
};
