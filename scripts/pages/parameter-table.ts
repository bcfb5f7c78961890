import type { Parameters } from '../../spec/parameter.ts';
import { assignment, domain } from '../catalogue/words.ts';
import { code, table } from './markdown.ts';

/** Parameters with their defaults as a Markdown table; nothing when there are none. */
export function parameterTable(parameters: Parameters): string[] {
  const rows = Object.entries(parameters).map(([name, parameter]) => [
    code(assignment(name, parameter)),
    domain(parameter),
    parameter.summary,
  ]);
  return rows.length === 0 ? [] : [table(['parameter and default', 'values', 'meaning'], rows)];
}
