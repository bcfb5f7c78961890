import { resolveRate } from '../../engine/configuration/resolve.ts';
import { InputError } from '../../spec/input-error.ts';
import type { Originals } from '../../workloads/traces/contract.ts';
import { writeTrace } from '../../workloads/traces/file/write-trace.ts';
import { findTarget } from '../../workloads/traces/write/catalog.ts';
import { untilInterrupted } from '../interruption.ts';
import { countSetting } from '../options/settings.ts';
import { options } from '../options/table.ts';
import { withProgress } from '../progress.ts';
import { seal } from '../results/digest.ts';
import { jsonText } from '../results/json-text.ts';
import { summarizeConversion, type TraceConvertDocument } from '../trace/conversion.ts';
import { checkDestination, STANDARD_OUTPUT } from '../trace/destination.ts';
import { loadWorkload } from '../workload.ts';
import { type Invocation, silent } from './invocation.ts';

/** Synthetic workloads know ids only. */
const NAMELESS: Originals = { keys: null, clients: null };

/** A workload, written as a trace. @throws InputError */
export async function run({ settings, argument: out, command }: Invocation): Promise<void> {
  const start = performance.now();
  if (out === undefined)
    throw new InputError('trace convert', `no OUT given, expected a file or ${STANDARD_OUTPUT} for standard output`);
  const target = findTarget(settings.to, out);
  checkDestination(out, target, settings);
  const seed = countSetting(settings, 'seed', 0, 1);
  const rate = resolveRate(settings.rate ?? options.rate.default);
  const { requests, originals = NAMELESS, summary, title, timing } = await loadWorkload(settings, seed, true);
  const writer = target.format.open({ requests, originals, rate });
  const { bytes, sha256 } = await withProgress(settings, show =>
    untilInterrupted(signal =>
      writeTrace(writer, out === STANDARD_OUTPUT ? process.stdout : out, {
        gzip: target.gzip,
        signal,
        onProgress: (done, total) => show('writing', done, total),
      }),
    ),
  );
  const body = {
    schema: 'tierlab/trace-convert@1',
    seed,
    workload: summary,
    trace: { format: target.format.name, bytes, sha256, keys: writer.keys, remarks: writer.remarks() },
  } as const;
  const document: TraceConvertDocument = seal(body, {
    wallMs: performance.now() - start,
    ...timing,
    command,
    title,
    out,
  });
  if (settings.json) console.log(jsonText(document));
  // Standard output is taken by the trace then.
  else if (!silent(settings)) (out === STANDARD_OUTPUT ? console.error : console.log)(summarizeConversion(document));
}
