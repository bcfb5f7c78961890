import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { REPOSITORY } from '../checkout.ts';

/** A fenced block of the guide: a file (its first line names it), commands, or what the commands before it print. */
export interface Block {
  readonly kind: 'ts' | 'yaml' | 'sh' | 'text';
  readonly text: string;
}

function blocksOf(section: string): Block[] {
  const blocks = section.matchAll(/^```(ts|yaml|sh|text)\n(.*?)^```$/gms);
  return [...blocks].map(([, kind, text]) => ({ kind: kind as Block['kind'], text: text! }));
}

const guide = readFileSync(join(REPOSITORY, 'docs/write-a-policy.md'), 'utf8');

/** The blocks of each section of docs/write-a-policy.md, by its title. */
export const sections: ReadonlyMap<string, readonly Block[]> = new Map(
  guide.split(/^## /m).map(each => [each.slice(0, each.indexOf('\n')), blocksOf(each)]),
);

/** Writes a block that begins with the name of its file. @returns that name */
export function write({ text }: Block, directory: string): string {
  const name = /^(?:\/\/|#) (\S+)\n/.exec(text)![1]!;
  mkdirSync(dirname(join(directory, name)), { recursive: true });
  writeFileSync(join(directory, name), text);
  return name;
}
