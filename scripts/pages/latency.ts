import { latencyModels } from '../../engine/latency.ts';
import { page } from './markdown.ts';
import { parameterTable } from './parameter-table.ts';

/** docs/latency.md */
export function latencyPage(): string {
  return page(
    'Latency models',
    'How long a lookup in a level takes, found or not, and a fetch from the origin: `--latency` names a model for all of ' +
      'them, or one each, as in `L1=fixed:ms=0.01,origin=lognormal:median=20`. A request pays the lookup in every place that it passes.',
    'With `per-kib`, the answer of that place takes longer by the size of the entry; places that are passed without an ' +
      'answer transfer nothing. It needs a workload with sizes.',
    ...latencyModels.map(({ name, summary, parameters }) =>
      [`## ${name}`, `${summary}.`, ...parameterTable(parameters)].join('\n\n'),
    ),
  );
}
