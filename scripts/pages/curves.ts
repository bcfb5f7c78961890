import { curveMethods, type MethodDescription } from '../../engine/curves/methods.ts';
import { evictionPolicies } from '../../policies/catalog.ts';
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
    refused(),
  );
}

function refused(): string {
  const names = evictionPolicies.filter(each => !each.capabilities.scales).map(each => code(each.name));
  return [
    '## What mini refuses',
    `${names.slice(0, -1).join(', ')} and ${names.at(-1)!} do not scale: with a share of the room and the requests for that share of the ` +
      'keys they miss otherwise, or a different share for every sample. Some give newcomers a place next to those that leave, however ' +
      'large the cache; some forget, or learn, by numbers of requests; in some chance decides early for good. A policy made of one of ' +
      'them (`guarded:challenger=lfu`) is refused too.',
    'Measured on `zipf:alpha=0.9,keys=100000` and on the trace OLTP of ARC, with 5 and 10 % of the keys as sizes and twelve samples ' +
      'of the default rate: refused are policies whose true miss ratio lay outside the stated interval for a third of the samples, ' +
      'or whose interval was wider than ± 10 points. LFU was off by 14 points on OLTP, within ± 6. Of the others, none was outside ' +
      'for more than three of the twelve (`mq`), and most for none. Policies that tell time by requests may scale with their ' +
      'defaults and not with other parameters.',
  ].join('\n\n');
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
