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
    PER_TYPE,
    PER_LEVEL,
  );
}

const PER_LEVEL = `## Per level

What would L2 gain from 100 more entries? No curve of a single cache tells: what one level loses another may catch. \`--per-level\` runs
the whole hierarchy with one level at a time of other sizes, from a quarter to four times of what it has (or at \`--sizes\`), the others
as they are, and with the same room (\`--more\`, a tenth of all levels) more and less in each, so that levels can be compared. It takes
the options of \`sim\` that say what the cache is like, and sizes partitions that answer (\`--partitions quota\`) as it does levels; each point is what \`sim\` counts with that size and the same \`--quotas\`, to the last digit. Rows
(\`level\`, \`capacity\`, hits, mean and p99 latency, fetches, moves) and the effects of the room (\`rooms\`) have [a schema of their
own](schema/mrc-per-level.schema.json). Of \`tierlab mrc --per-level --more 100 -w zipf:keys=5000\`:

\`\`\`text
  100 entries more are worth most in L1: hit ratio +0.9 points, mean latency
  −4.6 %

  level    now     100 entries more     100 entries less
  L1       100  +0.9 points, −4.6 %                    –
  L2       500  +0.9 points, −3.9 %  −1.0 points, +4.4 %
  L3     1,000  +0.9 points, −2.7 %  −1.0 points, +2.9 %
\`\`\`

The hits are the same wherever the room is, since one order over all levels says who leaves; the time is not. A dash: the level has
no such room to lose. One seed stands behind a point; \`compare\` tells whether a small difference is real.

With \`-w ml-pipeline -n 100k --partitions quota --more 100\` the partitions have it all: every request there has a type.

\`\`\`text
  level       now     100 entries more     100 entries less
  L1          100      ±0 points, ±0 %                    –
  L2          500      ±0 points, ±0 %      ±0 points, ±0 %
  L3        1,000      ±0 points, ±0 %      ±0 points, ±0 %
  features    250   +4.6 points, −10 %   −6.4 points, +14 %
  model        50      ±0 points, ±0 %                    –
  result      200  +1.1 points, −2.5 %  −1.4 points, +3.1 %
\`\`\``;

const PER_TYPE = `## Per data type

\`--per-type\` measures the requests for each data type alone, as if it had a cache of its own: what a partition of that size would hit.
Sizes in percent, and those of \`auto\`, are of the keys of the type; every method serves. Rows, shapes and tables carry \`type\`. Of
\`tierlab mrc -w ml-pipeline -n 100k --per-type --policies lru,sieve,opt\`:

\`\`\`text
Most of all data types, features gains from room: sieve hits 47,476 more of
its 48,611 requests with 960 entries than with 1

features · sieve misses least at 12 of 14 sizes, up to 16.2 points less than
lru
model · sieve misses least at 9 of 10 sizes, up to 5 points less than lru
result · lru misses least at 10 of 14 sizes
\`\`\`

The twelve models fit into any cache, and a thousand entries hold nearly all features; results gain little by little up to ten thousand.`;

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
