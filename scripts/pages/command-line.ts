import { commands } from '../commands/catalog.ts';
import { type CommandDescription, describeFor, usageOf } from '../commands/description.ts';
import { GROUPS } from '../options/description.ts';
import { optionSyntax } from '../options/help.ts';
import type { OptionName } from '../options/table.ts';
import { code, page, table } from './markdown.ts';

/** docs/command-line.md */
export function commandLinePage(): string {
  return page(
    'The command line',
    '`npx tierlab COMMAND options`, or `npm run COMMAND -- options`. The options may also stand in a YAML or JSON file ' +
      '(`--config`), with their long names as keys, in camel or kebab case; what the command line says wins.',
    'Exit status: 0 done, 1 a run failed, 2 unusable arguments or input, 130 interrupted.',
    ...commands.map(section),
  );
}

function section(command: CommandDescription): string {
  const examples = command.examples.map(each => `# ${each.what}\n${each.command}`).join('\n\n');
  const groups = GROUPS.flatMap(group => {
    const names = command.options.filter(name => describeFor(command, name).group === group);
    return names.length === 0
      ? []
      : [
          `### ${group}`,
          table(
            ['option', 'default', 'meaning'],
            names.map(name => row(name, command)),
          ),
        ];
  });
  return [`## tierlab ${usageOf(command)}`, command.summary, `\`\`\`sh\n${examples}\n\`\`\``, ...groups].join('\n\n');
}

function row(name: OptionName, command: CommandDescription): string[] {
  const option = describeFor(command, name);
  const fallback = option.kind === 'flag' ? 'off' : (option.default ?? '–');
  return [code(optionSyntax(name, option)), fallback, option.summary];
}
