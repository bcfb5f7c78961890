import { targetFormats } from '../../workloads/traces/write/catalog.ts';
import { choice, type OptionDescriptions } from '../options/description.ts';

/** What is written. */
export const traceOptions = {
  to: {
    ...choice(
      targetFormats.map(each => each.name),
      'Trace',
      'format to write',
    ),
    default: "from OUT's name",
  },
  force: { kind: 'flag', group: 'Trace', summary: 'write over a file that exists' },
} as const satisfies OptionDescriptions;
