import { writeFileSync } from 'node:fs';
import { factsOf, resolveConfiguration } from '../engine/configuration/resolve.ts';
import type { Options } from '../engine/configuration/types.ts';
import { histogramOf, totalsOf } from '../engine/experiments/measurements.ts';
import { replay } from '../engine/replay/replay.ts';
import { generate } from '../engine/runners/generate.ts';
import { evaluate, guaranteesPage, type Row } from './guarantees/page.ts';

// Measures what the default design promises against a flat LRU and writes docs/guarantees.md; exit status 1 if a promise is broken.

const SEEDS = 10;
const SIZES = [
  [50, 150, 300],
  [100, 500, 1_000],
] as const;
const PRESETS = ['flat', 'tierlab', 'exclusive-lru', 'reference'] as const;
type PresetName = (typeof PRESETS)[number];

interface Case {
  readonly workload: string;
  readonly options: Options;
}

function cases(total: number): Case[] {
  const plain = [
    'zipf:alpha=0.7',
    'zipf:alpha=0.9',
    'zipf:alpha=1.1',
    'shifting-hotspot:period=50000',
    'shifting-hotspot:period=10000',
    'shifting-hotspot:period=2000',
    ...[0.9, 1.02, 10].map(factor => `loop:keys=${Math.round(factor * total)}`),
    'scan',
    'ml-pipeline',
  ];
  return [
    { workload: 'hot-warm-cold', options: { fill: 'none' } },
    { workload: 'hot-warm-cold', options: { fill: 'cache-aside' } },
    ...plain.map(workload => ({ workload, options: {} })),
  ];
}

/** @param rate requests per second: 1,000 lets no TTL act on 100,000 requests, 20 lets all act */
function measure({ workload, options }: Case, sizes: readonly number[], rate: number): Row {
  const hitRatio = perPreset();
  const latencyMs = perPreset();
  const staleRatio = perPreset();
  const [l1, l2, l3] = sizes;
  const levels = `L1=${l1}/5m/lru,L2=${l2}/15m/lru,L3=${l3}/30m/lru`;
  for (let seed = 1; seed <= SEEDS; seed++) {
    const requests = generate(workload, undefined, seed);
    for (const preset of PRESETS) {
      const facts = factsOf(requests);
      const configuration = resolveConfiguration({ preset, levels, rate: String(rate), ...options }, facts);
      const run = replay(requests, configuration, { seed, warmup: 0 });
      const totals = totalsOf(run, requests);
      hitRatio[preset].push(totals.hitRatio);
      latencyMs[preset].push(histogramOf(run).mean);
      staleRatio[preset].push(totals.staleHits / Math.max(1, totals.requests));
    }
  }
  const fill = options.fill === undefined ? '' : `, fill ${options.fill}`;
  process.stderr.write(`${sizes.join('/')} at ${rate}/s: ${workload}${fill}\n`);
  return { name: `${workload}${fill}`, sizes: sizes.join(' / '), rate, hitRatio, latencyMs, staleRatio };
}

function perPreset(): Record<PresetName, number[]> {
  return { flat: [], tierlab: [], 'exclusive-lru': [], reference: [] };
}

const rows = SIZES.flatMap(sizes => {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return [1_000, 20].flatMap(rate => cases(total).map(each => measure(each, sizes, rate)));
});
const broken = rows.flatMap(evaluate);
writeFileSync(new URL('../docs/guarantees.md', import.meta.url), guaranteesPage(rows, SEEDS));
for (const line of broken) process.stderr.write(`broken: ${line}\n`);
process.exitCode = broken.length === 0 ? 0 : 1;
