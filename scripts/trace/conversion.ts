import type { WorkloadSummary } from '../../engine/documents/head.ts';
import { capacity, plural } from '../../reports/words/numbers.ts';
import { wrap } from '../text/columns.ts';

/** What `tierlab trace convert` did. */
export interface TraceConvertDocument {
  readonly schema: 'tierlab/trace-convert@1';
  readonly digest: string;
  readonly seed: number;
  readonly workload: WorkloadSummary;
  readonly trace: {
    readonly format: string;
    /** Of the content, before it is compressed. */
    readonly bytes: number;
    /** Of the content. */
    readonly sha256: string;
    /** Whether the trace has the workload's own keys, or the numbers of their first appearance. */
    readonly keys: 'original' | 'dense';
    /** What is not as it was in the workload. */
    readonly remarks: readonly string[];
  };
  readonly timing: {
    readonly wallMs: number;
    readonly generateMs?: number;
    readonly readMs?: number;
    readonly command: string;
    readonly title: string;
    /** As it was named on the command line. */
    readonly out: string;
  };
}

/** A line on what was written, and one on each thing that is not as it was, in 80 columns. */
export function summarizeConversion({ trace, workload, timing }: TraceConvertDocument): string {
  const { format, bytes, keys, remarks } = trace;
  const names = keys === 'original' ? 'under their own names' : 'numbered as they appear';
  const facts = `${plural(workload.operations, 'record')}, ${plural(workload.keys, 'key')} ${names}`;
  const written = `${timing.out} (${format}, ${capacity(bytes, 'bytes')}): ${facts}`;
  return [wrap(written, 0), ...remarks.map(each => `  ${wrap(each, 2)}`)].join('\n').replaceAll('\u00a0', ' ');
}
