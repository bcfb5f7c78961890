import { describe, expect, test } from 'vitest';
import { samplePerLevel } from '../../test/report/sample-per-level.ts';
import { summarizeMrcPerLevel } from '../terminal/mrc-per-level.ts';
import { lessFinding, levelFinding, perLevelSubject, roomFinding, sizedLevels } from './room-finding.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('room in levels', () => {
  // 50, 150 and 450 entries hit 650/850 = 76.47 %; 40 more of any level 690/890 = 77.53 %, 40 less 610/810 = 75.31 %.
  // Mean latency: 500 / (50 + 150/2 + 450/3 = 275); 40 more of L1 make that 315, of L2 295, of L3 288.3: −12.7, −6.8 and −4.6 %.
  const document = samplePerLevel();

  test('is worth most where it saves most time, and missed least where it saves least', () => {
    expect(plain(roomFinding(document))).toBe(
      '40 entries more are worth most in L1: hit ratio +1.1 points, mean latency −13 %',
    );
    // 275 − 40/3 = 261.7: +5.1 %.
    expect(plain(lessFinding(document))).toBe(
      '40 entries less are missed least in L3: hit ratio −1.2 points, mean latency +5.1 %',
    );
    expect(plain(levelFinding(document, sizedLevels(document)[1]!))).toBe(
      'L2: hit ratio +1.1 points, mean latency −6.8 % with 190 entries instead of 150; hit ratio −1.2 points, mean latency +7.8 % with 110',
    );
  });

  test('that no level has to lose is said to be so', () => {
    const large = samplePerLevel({ room: 500 });
    expect(plain(lessFinding(large))).toBe('No level has 500 entries to lose');
    expect(plain(levelFinding(large, sizedLevels(large)[0]!))).toMatch(/^L1: .* with 550 entries instead of 50$/);
  });

  test('whose loss changes nothing is said to be missed nowhere', () => {
    const { rooms, ...rest } = document;
    const spare = rooms.map(each => ({ ...each, less: each.less && { ...each.less, hits: 0, latencyMeanMs: 0 } }));
    expect(plain(lessFinding({ ...rest, rooms: spare }))).toBe('40 entries less slow down no level');
  });

  test('that makes nothing faster is said to be so', () => {
    const { rooms, ...rest } = document;
    const idle = rooms.map(each => ({ ...each, more: { ...each.more, hits: 0, latencyMeanMs: 0 } }));
    expect(plain(roomFinding({ ...rest, rooms: idle }))).toBe('40 entries more make no level faster');
    const level = sizedLevels({ ...rest, rooms: idle })[1]!;
    expect(plain(levelFinding(document, level))).toMatch(
      /^L2: nothing changes with 190 entries instead of 150; hit ratio −1\.2 points/,
    );
  });

  test('of one level is not compared with that of others', () => {
    expect(plain(roomFinding(samplePerLevel({ levels: 1, room: 5 })))).toMatch(/^5 entries more in L1: hit ratio \+/);
  });

  test('is told beside what was replayed', () => {
    expect(plain(perLevelSubject(document))).toBe(
      '100,000 requests through the preset tierlab (L1 50, L2 150, L3 450 entries; mean latency 1.82 ms), with one level at a time of another size, seed 1.',
    );
  });
});

describe('the summary of sizes of levels', () => {
  test('fits into 80 columns, with few levels and with many', () => {
    for (const levels of [1, 3, 8]) {
      const lines = summarizeMrcPerLevel(samplePerLevel({ levels })).split('\n');
      expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(80);
    }
  });

  test('has a line of each level, and marks the size that it has', () => {
    const text = summarizeMrcPerLevel(samplePerLevel(), { reportPath: 'results/x/report.html' });
    expect(text).toMatch(/^ {2}L2 +150 +\+1\.1 points, −6\.8 % +−1\.2 points, \+7\.8 %$/m);
    expect(text).toMatch(/^ {2}L3 .* 410 +450\* /m);
    expect(text.endsWith('  report   results/x/report.html')).toBe(true);
  });
});
