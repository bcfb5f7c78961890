import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Replicate, SimDocument } from '../../engine/documents/sim.ts';
import type { Suggestion } from '../../engine/documents/suggestion.ts';
import { workloads } from '../../workloads/catalog.ts';
import { inThisProcess, workingDirectory } from '../cli/tierlab.ts';
import { THOROUGH } from '../property-runs.ts';

/** All requests and everything that can be tried, which takes minutes; else a few thousand requests of some workloads. */
const AMOUNT = THOROUGH ? ['--suggest', 'full'] : ['--requests', '2k'];
const WORKLOADS = THOROUGH ? workloads.map(each => each.name) : ['zipf', 'scan', 'ml-pipeline', 'shifting-hotspot'];

const directory = workingDirectory();

async function sim(...words: readonly string[]): Promise<SimDocument> {
  const { status, stdout, stderr } = await inThisProcess([
    'sim',
    ...words,
    '--json',
    '--no-report',
    '--out',
    join(directory, 'out'),
  ]);
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as SimDocument;
}

/** The words of a printed command, as a shell reads them, behind `npx tierlab sim`. */
function wordsOf(command: string, trace: string): string[] {
  const printed = execFileSync('sh', ['-c', `printf '%s\\n' ${command}`], { encoding: 'utf8', env: { TRACE: trace } });
  return printed.trim().split('\n').slice(3);
}

function replicates({ replications, seed, totals, latencyMs }: SimDocument): readonly Replicate[] {
  return replications ?? [{ seed, totals, latencyMeanMs: latencyMs.mean }];
}

const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;

/** What the suggestion claims, against what its own command measures. */
function expectReproduced({ effect }: Suggestion, before: SimDocument, after: SimDocument) {
  const [a, b] = [replicates(before), replicates(after)];
  expect(b.map(each => each.seed)).toEqual(a.map(each => each.seed));
  const difference = mean(b.map((each, i) => each.totals.hitRatio - a[i]!.totals.hitRatio));
  expect(difference).toBeGreaterThanOrEqual(effect.hitRatioDifference.low - 1e-12);
  expect(difference).toBeLessThanOrEqual(effect.hitRatioDifference.high + 1e-12);
  expect(difference).toBeCloseTo(effect.hitRatioDifference.mean, 10);
  const before0 = mean(a.map(each => each.latencyMeanMs));
  const change = before0 === 0 ? 0 : mean(b.map(each => each.latencyMeanMs)) / before0 - 1;
  expect(change).toBeCloseTo(effect.latencyMeanChange.mean, 10);
  const fetches = (list: readonly Replicate[]) => mean(list.map(each => each.totals.originFetches));
  expect(fetches(a) === 0 ? 0 : fetches(b) / fetches(a) - 1).toBeCloseTo(effect.originFetchesChange.mean, 10);
  expect(after.totals.hitRatio).toBe(effect.hitRatioAfter);
  expect(after.totals.moved).toBe(effect.movedAfter);
}

async function checkAll(asked: readonly string[], trace = ''): Promise<Suggestion[]> {
  const document = await sim(...asked);
  const { suggestions } = document;
  if (suggestions.length === 0) return [];
  const { kind, count } = suggestions[0]!.effect.evidence;
  const seeds = kind === 'seeds' ? ['--seeds', String(count)] : [];
  const before = await sim(...asked, '--suggest', 'off', ...seeds);
  for (const suggestion of suggestions)
    expectReproduced(suggestion, before, await sim(...wordsOf(suggestion.command!, trace), '--suggest', 'off'));
  return [...suggestions];
}

describe('what is suggested has the effect that was printed, run by the command that was printed', () => {
  it.each(WORKLOADS)('on %s', async name => {
    for (const { effect } of await checkAll(['--workload', name, ...AMOUNT]))
      expect(effect.evidence.kind).toBe('seeds');
  });

  it('on the worst design there is', async () => {
    const suggestions = await checkAll(['--workload', 'hot-warm-cold', '--preset', 'reference', ...AMOUNT]);
    expect(suggestions.map(each => each.rule)).toContain('hit-ratio-low');
  });

  it('on a recorded trace, judged block by block', async () => {
    const trace = join(directory, 'a trace.csv');
    await inThisProcess(['trace', 'convert', '-w', 'zipf:keys=500', '-n', '4k', trace]);
    const suggestions = await checkAll(['--workload', trace, '--levels', 'L1=10,L2=30'], trace);
    expect(suggestions.length).toBeGreaterThan(1);
    for (const { effect } of suggestions) {
      expect(effect.evidence).toEqual({ kind: 'blocks', count: 50 });
      expect(effect.latencyMeanChange.high).toBeGreaterThan(effect.latencyMeanChange.low);
    }
  });
});
