/** Trace files, read and written: `import { readTrace } from 'tierlab/traces'` (docs/package.md). For Node alone. */

export { findTarget, type Target } from '../write/catalog.ts';
export { type ReadTraceOptions, readTrace, type Trace } from './read-trace.ts';
export { type WriteTraceOptions, type WrittenTrace, writeTrace } from './write-trace.ts';
