import { expect, test } from 'vitest';
import { sampleTune, type TuneSample } from '../../test/report/sample-tune.ts';
import { summarizeTune } from './tune.ts';

const summary = async (sample: TuneSample = {}) =>
  summarizeTune(await sampleTune(sample), { reportPath: 'results/x/report.html', configPath: 'results/x/config.json' });

test('the summary of a tuning fits into 80 columns but for its command, which is there to be copied', async () => {
  const samples: TuneSample[] = [
    {},
    { unseen: 'later part', title: 'a-trace-of-a-cache-with-a-very-long-name-that-goes-on-and-on.csv.zst' },
    { objective: 'cost', budget: { prices: [0.5, 0.1, 0.02], fetchPrice: 4 } },
    { levels: 'a-level-with-a-long-name=1MiB/5m/lru,another-of-them=8MiB/30m/lru' },
  ];
  for (const sample of samples)
    for (const line of (await summary(sample)).split('\n'))
      if (!line.includes('npx tierlab sim')) expect(line.length).toBeLessThanOrEqual(80);
});

test('it says what is gained with its interval, what is compared, what was chosen and where it is', async () => {
  const text = await summary();
  expect(text.split('\n')[0]).toBe('zipf · 100,000 requests · 9,317 keys · seed 1 · digest 3f9c2a17');
  const flowing = text.replaceAll(/\s+/g, ' ');
  expect(flowing).toMatch(
    /Tuned, mean latency is 1\d(\.\d)? % lower than with the default, on requests that the search did not see/,
  );
  expect(flowing).toMatch(
    /ms against [\d.]+ ms \(95 % interval [\d.]+ to [\d.]+ %\) on 10 seeds that the search did not see\./,
  );
  expect(text).toMatch(/^ {2}unseen requests {2,}mean {2,}p99 {2}hit ratio {2}fetches {2}entries$/m);
  expect(text).toMatch(/^ {2}all s3-fifo {2,}[\d.]+ ms/m);
  expect(flowing).toMatch(/Unseen requests confirm it: a gain of [\d.]+ %, where the search saw [\d.]+ %\./);
  expect(flowing).toMatch(
    /\d+ evaluations \(\d+ on the first 11 %, \d+ on a sample of 33 % of the keys, \d+ on all requests\)/,
  );
  expect(flowing).toMatch(
    /Mean latency is [\d.]+ % lower than with the best cache of one policy \(s3-fifo in all 3 levels\)\.|There is no real/,
  );
  expect(text).toMatch(/^ {2}config {3}results\/x\/config\.json$/m);
});

test('it says where a gain was luck, and that the default stays', async () => {
  const flowing = (await summary({ gain: { seen: 0.3, unseen: 0.1 } })).replaceAll(/\s+/g, ' ');
  expect(flowing).toMatch(
    /The search promised a gain of [\d.]+ %, of which unseen requests keep [\d.]+ %: the rest was fitted/,
  );
  const worse = (await summary({ gain: { seen: 0.3, unseen: -0.1 } })).replaceAll(/\s+/g, ' ');
  expect(worse).toContain("Nothing that was tried beats the default's mean latency on unseen requests: keep it");
  expect(worse).toMatch(/of which unseen requests keep −[\d.]+ %/);
  expect(worse).toContain('the default: L1 100, L2 500, L3 1,000; guarded:challenger=lirs');
});

test('it says what a gain is paid with, where fewer requests are answered', async () => {
  // Room in the last level is so slow that a smaller cache answers sooner on average.
  const given = { latency: 'L1=fixed:ms=0.02,L2=fixed:ms=0.2,L3=fixed:ms=40' };
  const flowing = (await summary({ given, gain: { seen: 0, unseen: 0 } })).replaceAll(/\s+/g, ' ');
  expect(flowing).toMatch(
    /It is paid with more fetches from the origin: for [\d.]+ % of the requests, with the default 29\.9\d %\./,
  );
  expect(await summary({ objective: 'hitRatio' })).not.toContain('It is paid');
});

test('with prices memory is what it costs, and beside it stands what is to be made small', async () => {
  const prices = { prices: [0.5, 0.1, 0.02], fetchPrice: 4 };
  const document = await sampleTune({ objective: 'cost', budget: prices });
  const text = summarizeTune(document);
  expect(text).toMatch(/^ {2}unseen requests .* fetches {2}memory {2,}in all$/m);
  const tuned = document.validation.rows[0]!;
  const cells = text.match(/^ {2}tuned .*$/m)![0].split(/ {2,}/);
  expect(Number(cells.at(-2))).toBeCloseTo(tuned.cost, -1);
  expect(Number(cells.at(-1)!.replaceAll(',', '')) / tuned.metrics.objective.mean).toBeCloseTo(1, 2);
  expect(await summary({ budget: prices })).toMatch(/^ {2}unseen requests .* fetches {2}memory$/m);
});

test('it says of a recording what was searched and what was not, and of hit ratios points', async () => {
  const flowing = (await summary({ unseen: 'later part', objective: 'hitRatio' })).replaceAll(/\s+/g, ' ');
  expect(flowing).toContain('on the later 40 % of the recording, in 20 blocks, after a search in the first 60 %');
  expect(flowing).toMatch(/Tuned, hit ratio is [\d.]+ points higher than with the default/);
});
