import { existsSync } from 'node:fs';
import type { WorkloadSummary } from '../engine/documents/head.ts';
import { reckonsWithKeys } from '../engine/prediction/key-space.ts';
import { generate } from '../engine/runners/generate.ts';
import type { WorkloadSource } from '../engine/runners/replication.ts';
import { InputError } from '../spec/input-error.ts';
import { suggestion } from '../spec/nearest.ts';
import { resolveSpec } from '../spec/spec.ts';
import { workloads } from '../workloads/catalog.ts';
import type { WorkloadDefaults } from '../workloads/contract.ts';
import type { Requests } from '../workloads/requests.ts';
import { loadTrace } from '../workloads/store/file/load-trace.ts';
import type { Originals } from '../workloads/traces/contract.ts';
import { countSetting, type Settings } from './options/settings.ts';
import { flagOf, options } from './options/table.ts';
import { withProgress } from './progress.ts';

/** Requests are numbered in 32-bit columns. */
const MOST_REQUESTS = 2 ** 31 - 2;

/** A workload, ready to be replayed, and what is to be said about it. */
export interface LoadedWorkload {
  readonly requests: Requests;
  readonly summary: WorkloadSummary;
  /** Where other seeds get their requests from. */
  readonly source: WorkloadSource;
  readonly defaults: WorkloadDefaults | undefined;
  /** A name for people. */
  readonly title: string;
  /** What ids and clients are called in a trace; absent where that was not asked for, because names take memory. */
  readonly originals?: Originals;
  readonly timing: { readonly generateMs: number } | { readonly readMs: number };
}

/**
 * Makes or reads the workload that the settings name.
 * @param named whether the names of ids and clients are to be kept
 * @throws InputError when there is none, or nothing in it
 */
export async function loadWorkload(settings: Settings, seed: number, named = false): Promise<LoadedWorkload> {
  const text = settings.workload ?? options.workload.default;
  const name = text.split(':')[0]!.trim().toLowerCase();
  const known = workloads.some(each => each.name === name || each.aliases?.includes(name));
  const workload = known ? synthesise(text, settings, seed) : await fromFile(text, settings, named);
  if (workload.requests.gets === 0) throw new InputError('', `${workload.title}: no requests, nothing to simulate`);
  return workload;
}

function synthesise(spec: string, settings: Settings, seed: number): LoadedWorkload {
  for (const name of ['format', 'columns', 'mapOps'] as const)
    if (settings[name] !== undefined)
      throw new InputError(flagOf(name), `is for trace files; "${spec}" is a synthetic workload`);
  const { entry, values } = resolveSpec(spec, workloads, 'workload', '--workload');
  const asked = requestsOf(settings);
  // The workload's own number is not worth mentioning, so that saying it and leaving it out are the same.
  const gets = asked === entry.requests ? undefined : asked;
  const start = performance.now();
  const requests = generate(spec, gets, seed);
  return {
    requests,
    summary: summarize(spec.trim(), requests),
    source: { kind: 'synthetic', spec, gets },
    defaults: entry.defaults?.(values),
    title: spec.trim(),
    timing: { generateMs: performance.now() - start },
  };
}

/** @throws InputError for more than the ids and request numbers of the engine reach */
function requestsOf(settings: Settings): number | undefined {
  const asked = countSetting(settings, 'requests', 0, undefined);
  if (asked === undefined || asked <= MOST_REQUESTS) return asked;
  throw new InputError(
    '--requests',
    `found ${settings.requests}, expected at most ${MOST_REQUESTS.toLocaleString('en')}`,
  );
}

async function fromFile(path: string, settings: Settings, named: boolean): Promise<LoadedWorkload> {
  if (!existsSync(path)) throw nothingThere(path);
  const limit = requestsOf(settings);
  const numbered = reckonsWithKeys(settings.prediction ?? '');
  const start = performance.now();
  const {
    requests: read,
    format,
    sha256,
    title,
    originals,
  } = await withProgress(settings, show =>
    loadTrace(
      path,
      {
        format: settings.format,
        columns: settings.columns,
        limit,
        mapOps: settings.mapOps,
        onProgress: (bytes, total) => show('reading', bytes, total),
      },
      settings.noStore !== true && !named && !numbered,
    ),
  );
  const keys = numbered ? originals?.().keys : null;
  const requests = keys ? { ...read, keys } : read;
  return {
    requests,
    summary: summarize(`trace:format=${format},sha256=${sha256.slice(0, 16)}`, requests),
    source: { kind: 'recorded', requests, gets: limit },
    defaults: undefined,
    title,
    ...(named && originals ? { originals: originals() } : {}),
    timing: { readMs: performance.now() - start },
  };
}

function nothingThere(text: string): InputError {
  if (/[/\\]|\.\w+$/.test(text)) return new InputError('--workload', `${text}: no such file`);
  const hint = suggestion(
    text.split(':')[0]!,
    workloads.map(each => each.name),
  );
  return new InputError('--workload', `unknown workload "${text}", and no file of that name${hint}`);
}

function summarize(spec: string, requests: Requests): WorkloadSummary {
  const { gets, operations, universe, bytes } = requests;
  return { spec, requests: gets, operations, keys: universe, ...(bytes === null ? {} : { bytes }) };
}
