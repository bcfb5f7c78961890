import { styleText } from 'node:util';
import { InputError } from '../../spec/input-error.ts';
import { suggestion } from '../../spec/nearest.ts';
import type { Parameters } from '../../spec/parameter.ts';
import { shellWords } from '../../spec/shell-words.ts';
import { flagOf } from '../options/table.ts';
import { entry, wrap } from '../text/columns.ts';
import type { FormatEntry, PolicyEntry, PresetEntry, WorkloadEntry } from './documents.ts';
import { abilities, assignment, citation, domain } from './words.ts';

const NAMES = 20;

/** The entry of that name or alias. @throws InputError naming the nearest */
export function named<Entry extends { readonly name: string; readonly aliases?: readonly string[] }>(
  name: string,
  entries: readonly Entry[],
  what: string,
): Entry {
  const found = entries.find(each => each.name === name.toLowerCase() || each.aliases?.includes(name.toLowerCase()));
  if (found) return found;
  throw new InputError(
    '',
    `unknown ${what} "${name}"${suggestion(
      name,
      entries.map(each => each.name),
    )}`,
  );
}

/** A heading and a line or two for each entry, names first. */
export function listing(
  heading: string,
  entries: readonly { readonly name: string; readonly summary: string }[],
): string {
  const lines = entries.map(({ name, summary }) => entry(`  ${name}`, summary, NAMES));
  return `${title(heading)}\n${lines.join('\n')}`;
}

/** The family of a policy, and its group where there is one. */
export function kindOf(family: string, group: string | null): string {
  return group === null ? family : `${family}: ${group}`;
}

/** All that is to be said about one policy. */
export function policyText(policy: PolicyEntry): string {
  const { name, aliases, family, group, summary, about, paper, parameters, capabilities } = policy;
  const able = abilities(capabilities);
  return paragraphs(
    `${title(name)} (${kindOf(family, group)})`,
    wrap(summary, 0),
    about !== null && wrap(about, 0),
    paper && entry('paper', citation(paper), NAMES),
    aliases.length > 0 && entry('also called', aliases.join(', '), NAMES),
    able !== '' && entry('abilities', able, NAMES),
    parametersText(parameters),
  );
}

/** All that is to be said about one synthetic workload. */
export function workloadText({ name, aliases, summary, source, parameters, requests }: WorkloadEntry): string {
  return paragraphs(
    title(name),
    wrap(summary, 0),
    source !== null && entry('source', source, NAMES),
    aliases.length > 0 && entry('also called', aliases.join(', '), NAMES),
    entry('requests', requests.toLocaleString('en'), NAMES),
    parametersText(parameters),
  );
}

/** All that is to be said about one format of trace files. */
export function formatText({ name, aliases, summary, layout }: FormatEntry): string {
  return paragraphs(
    `${title(name)} (format of trace files)`,
    wrap(summary, 0),
    aliases.length > 0 && entry('also called', aliases.join(', '), NAMES),
    entry('a record', layout, NAMES),
  );
}

/** What a preset stands for, as options. */
export function presetText({ name, summary, options }: PresetEntry): string {
  const lines = Object.entries(options).map(([option, value]) =>
    entry(`  ${flagOf(option)}`, shellWords([value]), NAMES),
  );
  return paragraphs(title(name), wrap(summary, 0), lines.length > 0 && `stands for\n${lines.join('\n')}`);
}

function parametersText(parameters: Parameters): string | false {
  const lines = Object.entries(parameters).map(([name, parameter]) =>
    entry(`  ${assignment(name, parameter)}`, `${parameter.summary} (${domain(parameter)})`, NAMES + 4),
  );
  return lines.length > 0 && `parameters\n${lines.join('\n')}`;
}

function paragraphs(...parts: readonly (string | false | null)[]): string {
  return parts.filter(each => each).join('\n\n');
}

function title(text: string): string {
  return styleText('bold', text);
}
