import { curveMethods, type MethodDescription } from '../../engine/curves/methods.ts';
import { citation } from '../catalogue/words.ts';
import { code, page } from './markdown.ts';
import { parameterTable } from './parameter-table.ts';

/** docs/curves.md */
export function curvesPage(): string {
  return page(
    'Miss-ratio curves',
    'How `tierlab mrc` measures them is said with `--method`, as `name` or `name:parameter=value`, for example `mini:rate=0.02`. ' +
      'An estimated row carries `estimated`, the `method`, the `rate` (the share of the keys that was replayed) and the `error`: ' +
      'the true miss ratio should lie in `missRatio` ± `error` for 95 of 100 samples. `--seed` draws the sample.',
    ...curveMethods.map(section),
  );
}

function section({ name, aliases = [], summary, about, paper, parameters }: MethodDescription): string {
  const parts = [
    `## ${name}`,
    `${summary[0]!.toUpperCase()}${summary.slice(1)}.`,
    about,
    ...(aliases.length > 0 ? [`Also called ${aliases.map(code).join(', ')}.`] : []),
    ...(paper ? [`${citation(paper)}.`] : []),
    ...parameterTable(parameters),
  ];
  return parts.join('\n\n');
}
