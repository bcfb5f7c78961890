/** The cache for production: `import { MultiLevelCache } from 'tierlab'` (docs/library.md). */

export { InputError } from '../../spec/input-error.ts';
export type { Configuration } from '../configuration/types.ts';
export type { Answer } from './answer.ts';
export type { CacheEventName, CacheEvents, CacheListener } from './listeners.ts';
export { type Loader, LoadTimeoutError } from './loads.ts';
export { CacheMonitor, type MonitorOptions } from './monitor.ts';
export { MultiLevelCache } from './multi-level-cache.ts';
export type { CacheOptions, HostOptions } from './options.ts';
export type { Recording, RecordingOptions, RecordingSummary, TraceSink } from './recording.ts';
export type { GetOptions, LoaderOptions, LoadOptions, Priority, SetOptions } from './request.ts';
export type { ComprehensiveStats, StoreStats } from './statistics.ts';
export type { WarmingReport } from './warming.ts';
