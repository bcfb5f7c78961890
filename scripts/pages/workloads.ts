import { type WorkloadEntry, workloadsDocument } from '../catalogue/documents.ts';
import { code, page, table } from './markdown.ts';
import { parameterTable } from './parameter-table.ts';

/** docs/workloads.md */
export function workloadsPage(): string {
  const { workloads, formats } = workloadsDocument();
  return page(
    'Workloads',
    'A workload is written `name` or `name:parameter=value,parameter=value`, for example `zipf:alpha=0.9,keys=100000`; ' +
      'anything else is the name of a trace file, plain or compressed with gzip, zstd or xz.',
    '## Synthetic workloads',
    ...workloads.map(section),
    '## Formats of trace files',
    'The format is found by content and name; `--format` names it.',
    table(
      ['format', 'what it is', 'a record', 'also called'],
      formats.map(({ name, summary, layout, aliases }) => [code(name), summary, layout, aliases.map(code).join(', ')]),
    ),
  );
}

function section({ name, aliases, summary, source, parameters, requests }: WorkloadEntry): string {
  const facts = [
    ...(aliases.length > 0 ? [`Also called ${aliases.map(code).join(', ')}.`] : []),
    `${requests.toLocaleString('en')} requests unless \`--requests\` says otherwise.`,
  ];
  const parts = [
    `### ${name}`,
    /[.?!]$/.test(summary) ? summary : `${summary}.`,
    ...(source === null ? [] : [`Source: ${source}.`]),
    facts.join(' '),
    ...parameterTable(parameters),
  ];
  return parts.join('\n\n');
}
