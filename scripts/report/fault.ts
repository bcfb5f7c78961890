import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** What is wrong with a document: where, as `levels[0].hits`, and what. */
export interface Fault {
  readonly path: string;
  readonly problem: string;
}

/** The first fault that a schema found, in one line. */
export function faultOf({ issues }: z.ZodError, document: unknown): Fault {
  const { issue, path } = innermost(issues[0]!, []);
  if (issue.code === 'unrecognized_keys') return { path: written(path), problem: `unknown field "${issue.keys[0]}"` };
  const found = valueAt(document, path);
  if (found === undefined) return { path: written(path), problem: 'is missing' };
  const expected = /expected .*?(?=, received |$)/.exec(issue.message)?.[0] ?? issue.message.toLowerCase();
  return { path: written(path), problem: `found ${shortened(JSON.stringify(found))}, ${expected}` };
}

/** Of a value that fits no form of several, the fault in the form that it comes closest to. */
function innermost(issue: Issue, before: readonly PropertyKey[]): { issue: Issue; path: readonly PropertyKey[] } {
  const path = [...before, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return { issue, path };
  const closest = issue.errors.reduce((best, each) => (each.length < best.length ? each : best));
  return innermost(closest[0]!, path);
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  // Whatever has members can be asked for one by name.
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown>)[key], document);
}

function written(path: readonly PropertyKey[]): string {
  return path
    .map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? String(key) : `.${String(key)}`))
    .join('');
}

const LONGEST = 40;

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
