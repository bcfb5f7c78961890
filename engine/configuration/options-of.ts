import { formatDuration } from '../../spec/quantity.ts';
import { formatLevels } from './format-levels.ts';
import type { Configuration, Options } from './types.ts';

/** The options that give a complete configuration again, whatever the workload: every axis is named. */
export function optionsOf(configuration: Configuration): Options {
  const { levels, unit, partitions, partitionLevels, originLatency } = configuration;
  const duration = (seconds: number | null) => formatDuration(seconds ?? Number.POSITIVE_INFINITY);
  return {
    preset: configuration.preset,
    levels: formatLevels(levels, unit),
    admission: levels.map(({ name, admission }) => `${name}=${admission}`).join(),
    latency: [...levels.map(({ name, latency }) => `${name}=${latency}`), `origin=${originLatency}`].join(),
    residency: configuration.residency,
    inclusion: configuration.inclusion,
    placement: configuration.placement,
    promotion: configuration.promotion,
    demotion: configuration.demotion,
    levelTtl: configuration.levelTtl,
    lifetime: configuration.lifetime,
    expiry: configuration.expiry,
    tti: duration(configuration.idleSeconds),
    staleWhileRevalidate: duration(configuration.staleWhileRevalidateSeconds ?? null),
    sweep: duration(configuration.sweepSeconds),
    coherence: configuration.coherence,
    partitions,
    ...(partitions !== 'none' && { quotas: formatLevels(partitionLevels, unit) }),
    fill: configuration.fill,
    inflight: configuration.inflight,
    originConcurrency: String(configuration.originConcurrency ?? '-'),
    prediction: configuration.prediction,
    rate: String(configuration.rate),
  };
}
