import { cores } from '../engine/runners/run-all.ts';
import { countSetting, type Settings } from './options/settings.ts';

/** Replayed requests below which starting threads takes longer than they save. */
const WORTH_THREADS = 1e7;

/** How many threads to use: what the user says, else one for each core where the work is worth it. */
export function jobsFor(settings: Settings, operations: number): number {
  return countSetting(settings, 'jobs', 1, operations < WORTH_THREADS ? 1 : cores);
}
