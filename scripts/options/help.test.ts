import { describe, expect, it } from 'vitest';
import { commands } from '../commands/catalog.ts';
import { commandHelp, overview } from './help.ts';
import { flagOf } from './table.ts';

describe.each(commands.map(each => [each.name, each] as const))('the help of %s', (_name, command) => {
  const lines = commandHelp(command).split('\n');

  it('fits into 80 columns', () => {
    expect(lines.filter(line => line.length > 80)).toEqual([]);
  });

  it('names every option that the command takes', () => {
    for (const name of command.options)
      expect(lines.filter(line => new RegExp(`^ +(-\\w, )?${flagOf(name)}( |$)`).test(line))).toHaveLength(1);
  });
});

it('the overview names every command and fits into 80 columns', () => {
  const lines = overview(commands).split('\n');
  for (const { name } of commands) expect(lines.some(line => line.startsWith(`  ${name} `))).toBe(true);
  expect(lines.filter(line => line.length > 80)).toEqual([]);
});
