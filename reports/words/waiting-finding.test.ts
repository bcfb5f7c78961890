import { expect, it } from 'vitest';
import { sampleSim } from '../../test/report/sample-sim.ts';
import { waitingCaption, waitingFinding } from './waiting-finding.ts';

const totals = { ...sampleSim().totals, requests: 1000, hits: 700, misses: 200, originFetches: 250 };
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ');

it('says who joined a fetch, of the misses', () => {
  expect(plain(waitingFinding({ ...totals, delayedHits: 50 }))).toBe(
    '25 % of the misses waited for a fetch that was under way already',
  );
});

it('says what was old, of the requests and of the hits, and what was fetched twice', () => {
  expect(plain(waitingFinding({ ...totals, staleAnswers: 100, staleHits: 70, doubledFetches: 25 }))).toBe(
    '10 % of requests got an expired answer at once; 10 % of the hits served data that was out of date; 10 % of the fetches were for data on its way already',
  );
});

it('has nothing to say where every miss simply fetched', () => {
  expect(waitingFinding(totals)).toBeNull();
  expect(waitingFinding({ ...totals, staleAnswers: 0, doubledFetches: 0 })).toBeNull();
});

it('tells how busy the origin was, as far as that is known', () => {
  expect(plain(waitingCaption({ ...totals, revalidations: 30, peakInFlight: 12 }))).toContain(
    '250 fetches, 30 of them to renew what had expired; at most 12 were under way at once.',
  );
  expect(waitingCaption(totals)).not.toMatch(/renew|under way/);
});
