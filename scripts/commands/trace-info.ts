import { styleText } from 'node:util';
import type { TraceInfoDocument } from '../../engine/documents/trace-info.ts';
import { traceInfo } from '../../engine/experiments/trace-info.ts';
import { summarizeTraceInfo } from '../../reports/terminal/trace-info.ts';
import { InputError } from '../../spec/input-error.ts';
import { countSetting } from '../options/settings.ts';
import { withProgress } from '../progress.ts';
import { seal } from '../results/digest.ts';
import { jsonText } from '../results/json-text.ts';
import { loadWorkload } from '../workload.ts';
import { type Invocation, silent } from './invocation.ts';

/** What is in a workload. @throws InputError */
export async function run({ settings, argument, command }: Invocation): Promise<void> {
  const start = performance.now();
  if (argument !== undefined && settings.workload !== undefined)
    throw new InputError('--workload', `the workload is given already: ${argument}`);
  const seed = countSetting(settings, 'seed', 0, 1);
  const source = argument === undefined ? settings : { ...settings, workload: argument };
  const { requests, summary, title, timing } = await loadWorkload(source, seed);
  const begun = performance.now();
  const info = await withProgress(settings, show =>
    traceInfo(requests, (done, total) => show('measuring', done, total)),
  );
  const seconds = (performance.now() - begun) / 1e3;
  const document: TraceInfoDocument = seal(
    { schema: 'tierlab/trace-info@1', seed, workload: summary, ...info },
    {
      wallMs: performance.now() - start,
      requestsPerSecond: summary.operations / seconds,
      ...timing,
      command,
      title,
    },
  );
  if (settings.json) console.log(jsonText(document));
  else if (!silent(settings)) console.log(summarizeTraceInfo(document, { paint: styleText }));
}
