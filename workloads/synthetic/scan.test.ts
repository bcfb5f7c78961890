import { describe, expect, it } from 'vitest';
import { idsOf, made } from './testing/made.ts';

describe('scan', () => {
  it('lets popular keys and scans take turns in the given share', () => {
    // 4 requests a scan at a share of 0.4 leave a pause of 4 × 0.6 / 0.4 = 6 requests; the one popular key is id 0.
    expect(idsOf(made('scan:keys=1,length=4,share=0.4', 22))).toEqual([
      ...[0, 0, 0, 0, 0, 0],
      ...[1, 2, 3, 4],
      ...[0, 0, 0, 0, 0, 0],
      ...[5, 6, 7, 8],
      ...[0, 0],
    ]);
  });

  it('reads the same keys again in every scan when they are not fresh', () => {
    const ids = idsOf(made('scan:keys=1,length=3,share=0.75,fresh=false', 8));
    // The pause is 3 × 0.25 / 0.75 = 1 request.
    expect(ids).toEqual([0, 1, 2, 3, 0, 1, 2, 3]);
  });

  it('is one sequential pass over ever new keys when scans are all there is', () => {
    expect(idsOf(made('scan:share=1,length=3', 10))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('is the Zipf workload when there are no scans', () => {
    const still = made('scan:share=0,keys=500,alpha=1.1', 5_000);
    expect(idsOf(still)).toEqual(idsOf(made('zipf:keys=500,alpha=1.1', 5_000)));
    expect(still.phases).toEqual([]);
  });

  it('marks where each scan starts and where it ends', () => {
    expect(made('scan:keys=1,length=4,share=0.4', 22).phases).toEqual([
      { at: 6, label: 'scan 1' },
      { at: 10, label: 'no scan' },
      { at: 16, label: 'scan 2' },
      { at: 20, label: 'no scan' },
    ]);
  });

  it('marks some of very many scans, each with its end', () => {
    // A pause and a scan of 1 request each: 500 scans, of which every 16th (500 / 32 rounded up) is marked.
    const { phases } = made('scan:keys=1,length=1,share=0.5', 1_000);
    expect(phases).toHaveLength(64);
    expect(phases.slice(0, 4)).toEqual([
      { at: 1, label: 'scan 1' },
      { at: 2, label: 'no scan' },
      { at: 33, label: 'scan 17' },
      { at: 34, label: 'no scan' },
    ]);
  });
});
