import { writeFileSync } from 'node:fs';
import { factsOf, resolveConfiguration } from '../engine/configuration/resolve.ts';
import type { Options } from '../engine/configuration/types.ts';
import { histogramOf } from '../engine/experiments/measurements.ts';
import { replay } from '../engine/replay/replay.ts';
import { generate } from '../engine/runners/generate.ts';
import { type Case, cases } from './predictors/cases.ts';
import { type Measured, predictorsPage, SEEDS } from './predictors/page.ts';
import { brokenPromises } from './predictors/promises.ts';

// Measures what predictors gain and where they do not, and writes docs/predictors.md; exit status 1 if a promise is broken.

/** The document's shares of 10, 30 and 60 % of 500 entries, each level as fast as it is by default. */
const LEVELS = { share: [0.1, 0.3, 0.6], entries: 500 };

/** All predictors of a workload on the same requests, seed by seed. */
function measure({ workload, predictors, ttl, options: asked }: Case): Measured[] {
  const rows = predictors.map(
    ({ spec, promise }): Measured => ({
      ...{ workload, predictor: spec, conditions: conditionsOf(ttl, asked), promise },
      ...{ gain: [], oracleGain: [], accuracy: [], timeliness: [], coverage: [] },
    }),
  );
  const levels = LEVELS.share.map((share, i) => `L${i + 1}=${share * LEVELS.entries}/${ttl}/lru`).join();
  for (let seed = 1; seed <= SEEDS; seed++) {
    const requests = generate(workload, undefined, seed);
    const run = (prediction: string) => {
      const options = {
        preset: 'exclusive-lru',
        levels,
        latency: 'origin=fixed:ms=20',
        inflight: 'coalesce',
        ...asked,
        prediction,
      };
      const warmup = Math.floor(requests.gets / 5);
      return replay(requests, resolveConfiguration(options, factsOf(requests)), { seed, warmup });
    };
    const [without, oracle] = [run('none'), run('oracle')];
    const gainOf = (predicted: typeof without) => histogramOf(predicted).mean / histogramOf(without).mean - 1;
    for (const row of rows) {
      const predicted = run(row.predictor);
      const { useful, late, issued } = predicted.prefetcher!.counts;
      row.gain.push(gainOf(predicted));
      row.oracleGain.push(gainOf(oracle));
      row.accuracy.push((useful + late) / issued);
      row.timeliness.push(useful / (useful + late));
      row.coverage.push((without.misses - predicted.misses) / without.misses);
    }
  }
  process.stderr.write(`${workload}\n`);
  return rows;
}

function conditionsOf(ttl: string, { rate, originConcurrency }: Options): string {
  const conditions = [
    ttl === '-' ? '' : `all TTLs ${ttl}`,
    rate === undefined ? '' : `${rate} a second`,
    originConcurrency === undefined ? '' : `${originConcurrency} servers`,
  ];
  return conditions.filter(each => each !== '').join(', ');
}

const rows = cases.flatMap(measure);
const broken = rows.flatMap(brokenPromises);
writeFileSync(new URL('../docs/predictors.md', import.meta.url), predictorsPage(rows));
for (const line of broken) process.stderr.write(`broken: ${line}\n`);
process.exitCode = broken.length === 0 ? 0 : 1;
