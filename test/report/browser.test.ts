import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { renderAblateReport } from '../../reports/page/ablate.ts';

import { renderCompareReport } from '../../reports/page/compare.ts';
import { renderMrcReport } from '../../reports/page/mrc.ts';
import { renderSimReport } from '../../reports/page/sim.ts';
import { renderTuneReport } from '../../reports/page/tune.ts';
import { openBrowser } from './open-browser.ts';
import { sampleAblate } from './sample-ablate.ts';
import { sampleCompare } from './sample-compare.ts';
import { sampleMrc } from './sample-mrc.ts';
import { sampleSim } from './sample-sim.ts';
import { sampleTune } from './sample-tune.ts';

/** The page's own ramp, as a browser writes it: #c2410c and #fb923c. */
const L1_LIGHT = 'rgb(194, 65, 12)';
const L1_DARK = 'rgb(251, 146, 60)';
const CHARTS = ['flow', 'over-time', 'latency-over-time', 'latency-by-level', 'latency-percentiles', 'size'];

let browser: Browser;
let folder: string;
let simPage: string;
let mrcPage: string;
let comparePage: string;
let tunePage: string;
let ablatePage: string;
const complaints: string[] = [];
const requested: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), 'tierlab-report-'));
  simPage = await save('sim.html', await renderSimReport(sampleSim()));
  mrcPage = await save('mrc.html', await renderMrcReport(sampleMrc()));
  ablatePage = await save('ablate.html', await renderAblateReport(sampleAblate()));
  comparePage = await save('compare.html', await renderCompareReport(sampleCompare()));
  tunePage = await save('tune.html', await renderTuneReport(await sampleTune({ evaluations: 200 })));
}, 30_000);

afterAll(async () => {
  await browser?.close();
  if (folder) await rm(folder, { recursive: true });
});

describe('a report opened from a file', () => {
  test('draws every chart, with marks in it, at the width of its place', async () => {
    const page = await open(simPage, { viewport: { width: 1280, height: 900 } });
    for (const chart of CHARTS) {
      const svg = page.locator(`[data-chart="${chart}"] > svg`);
      await svg.waitFor();
      expect(await svg.getAttribute('role')).toBe('img');
      expect((await svg.getAttribute('aria-label'))?.length).toBeGreaterThan(20);
      const painted = await svg
        .locator('path, rect, circle')
        .evaluateAll(marks => marks.filter(mark => mark.getBoundingClientRect().width > 0).length);
      expect(painted, chart).toBeGreaterThan(2);
      const room = await page.locator(`[data-chart="${chart}"]`).evaluate(place => place.clientWidth);
      expect(Number(await svg.getAttribute('width'))).toBe(Math.floor(room));
    }
    await page.close();
  });

  test('is drawn without scripts as well, and offers no buttons that would do nothing', async () => {
    const page = await open(simPage, { viewport: { width: 390, height: 800 }, javaScriptEnabled: false });
    for (const chart of CHARTS) {
      expect(await page.locator(`[data-chart="${chart}"] .narrow svg`).isVisible()).toBe(true);
      expect(await page.locator(`[data-chart="${chart}"] .wide svg`).isVisible()).toBe(false);
    }
    expect(await page.locator('button:visible').count()).toBe(0);
    await page.close();
  });

  test.each([
    ['a simulation', () => simPage, 390],
    ['a simulation', () => simPage, 1600],
    ['miss-ratio curves', () => mrcPage, 390],
    ['miss-ratio curves', () => mrcPage, 1600],
    ['a comparison', () => comparePage, 390],
    ['a comparison', () => comparePage, 1600],
    ['a tuning', () => tunePage, 390],
    ['a tuning', () => tunePage, 1600],
    ['an ablation', () => ablatePage, 390],
    ['an ablation', () => ablatePage, 1600],
  ])('of %s needs no sideways scrolling (%#)', async (_what, file, width) => {
    const page = await open(file(), { viewport: { width, height: 800 } });
    await page.locator('[data-chart] > svg').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.close();
  });

  test.each([
    ['light', L1_LIGHT],
    ['dark', L1_DARK],
  ] as const)('takes the %s ramp where the reader prefers it', async (colorScheme, expected) => {
    const page = await open(simPage, { colorScheme });
    const fill = await page
      .locator('[data-chart="flow"] > svg .flow-end')
      .last()
      .evaluate(mark => getComputedStyle(mark).fill);
    expect(fill).toBe(expected);
    await page.close();
  });

  test('lets the keyboard reach the copy button, which copies the command', async () => {
    const page = await open(simPage, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator('button[data-copy]:visible').first().waitFor();
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    expect(await focused.getAttribute('aria-label')).toBe('Copy the command that makes this report again');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused.textContent()).toBe('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(sampleSim().timing.command);
    await page.close();
  });

  test('saves tables as CSV and the document as JSON', async () => {
    const page = await open(simPage, { acceptDownloads: true });
    const [csv] = await Promise.all([page.waitForEvent('download'), page.click('[data-download="levels"]')]);
    expect(csv.suggestedFilename()).toBe('sim-3f9c2a17-levels.csv');
    const [json] = await Promise.all([page.waitForEvent('download'), page.click('[data-download="json"]')]);
    expect(json.suggestedFilename()).toBe('sim-3f9c2a17.json');
    await page.close();
  });
});

test('a comparison draws its maps and dots again at the width of their places', async () => {
  const page = await open(comparePage, { viewport: { width: 1280, height: 900 } });
  for (const chart of ['heat-latencyMeanMs', 'dots-0-hitRatio', 'dots-2-moved']) {
    const place = page.locator(`[data-chart="${chart}"]`);
    await place.locator('> svg').waitFor();
    const room = await place.evaluate(element => element.clientWidth);
    expect(Number(await place.locator('> svg').getAttribute('width'))).toBe(Math.floor(room));
  }
  await page.close();
});

test.each([
  // The middle of the map of keys: a rank, a request and where the key lay; of a comparison the interval behind a dot and a cell.
  ['a map of keys', () => simPage, 'residency', /rank \d+.*request [\d,]+.*(L\d|nowhere)/s],
  ['the workload', () => simPage, 'working-set', /\d+ keys?, [\d,]+ of them new/],
  ['dots', () => comparePage, 'dots-0-hitRatio', /95 % interval \d/],
  ['a heat map', () => comparePage, 'heat-latencyMeanMs', /zipf|loop|trace/],
])('the pointer over %s is told what it is on', async (_what, file, chart, expected) => {
  const page = await open(file(), { viewport: { width: 1280, height: 900 } });
  const svg = page.locator(`[data-chart="${chart}"] > svg`);
  await svg.scrollIntoViewIfNeeded();
  const box = (await svg.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.move(box.x + box.width / 2 + 3, box.y + box.height / 2 + 3);
  const said = svg.locator('[data-mark="tip"], [aria-label="tip"]').last();
  await expect.poll(async () => (await said.textContent())!.replaceAll('\u00a0', ' ')).toMatch(expected);
  await page.close();
});

test('a far condition is drawn, and a long table completed, when somebody opens it', async () => {
  const ratios = Object.fromEntries(
    Array.from({ length: 8 }, (_, c) => [`${c + 1}%`, { lru: 0.5, arc: 0.5 + 0.01 * c }]),
  );
  const document = sampleCompare({ ratios });
  const page = await open(await save('conditions.html', await renderCompareReport(document, 'condition')));
  await page.locator('[data-chart="dots-0-moved"] > svg').waitFor();
  const far = page.locator('[data-chart="dots-7-moved"]');
  expect(await far.locator('svg').count()).toBe(0);
  await page.click('#metrics-8 summary');
  await far.locator('> svg').waitFor();
  // 8 conditions, a pair of variants, and as many metrics as there are differences of each.
  const table = page.locator('details:has([data-download="differences"])');
  await table.locator('summary').click();
  await expect.poll(() => table.locator('tbody tr').count()).toBe(document.differences.length);
  await page.close();
});

describe('the charts over time', () => {
  test('read out the stretch that is dragged across', async () => {
    const page = await open(simPage, { viewport: { width: 1280, height: 900 } });
    const readout = page.locator('.readout');
    await expect.poll(() => readout.textContent()).toContain('The whole run, 120,000 requests');
    const overlay = page.locator('[data-chart="over-time"] .overlay');
    await overlay.scrollIntoViewIfNeeded();
    const box = (await overlay.boundingBox())!;
    await page.mouse.move(box.x + 0.45 * box.width, box.y + 50);
    await page.mouse.down();
    await page.mouse.move(box.x + 0.55 * box.width, box.y + 60, { steps: 4 });
    await page.mouse.up();
    // 45 % and 55 % of 120,000 requests are 54,000 and 66,000, in whole windows of a thousand, give or take one.
    await expect.poll(() => readout.textContent()).toMatch(/Requests 5[34],000 to 6[67],000/);
    // The made-up scan phase, from 48,000 to 72,000, answers 45 %.
    expect(await readout.locator('dd').first().textContent()).toMatch(/^4[3-7](\.\d)?\s%/);
    await page.close();
  });

  test('all show the stretch alone that was dragged across, with a way back', async () => {
    const page = await open(simPage, { viewport: { width: 1280, height: 900 } });
    const ticksOf = (chart: string) =>
      page.locator(`[data-chart="${chart}"] [data-mark="x-axis tick label"] text`).allTextContents();
    const overlay = page.locator('[data-chart="over-time"] .overlay');
    await overlay.scrollIntoViewIfNeeded();
    const box = (await overlay.boundingBox())!;
    const wayBack = page.locator('.whole-run').first();
    expect(await wayBack.isVisible()).toBe(false);
    await page.mouse.move(box.x + 0.45 * box.width, box.y + 50);
    await page.mouse.down();
    await page.mouse.move(box.x + 0.55 * box.width, box.y + 60, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => wayBack.textContent()).toMatch(/Requests 5[34],000 to 6[67],000/);
    // Ticks within 53,000 to 67,000: the axes have been drawn again, that of the map of keys as well.
    for (const chart of ['over-time', 'latency-over-time', 'residency'])
      expect(
        (await ticksOf(chart)).every(tick => /^(5[3-9]|6[0-7])k$/.test(tick)),
        chart,
      ).toBe(true);
    await page.click('.whole-run:visible >> nth=0 >> button');
    await expect.poll(() => ticksOf('over-time')).toContain('100k');
    expect(await wayBack.isVisible()).toBe(false);
    await page.close();
  });

  test('are moved by arrow keys and left by escape', async () => {
    const page = await open(simPage);
    const readout = page.locator('.readout');
    await page.locator('[data-chart="over-time"][tabindex]').focus();
    // The first key selects the first tenth: windows 0 to 12, which end at request 13,000; each further key moves by one.
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => readout.textContent()).toContain('Requests 0 to 13,000');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => readout.textContent()).toContain('Requests 1,000 to 14,000');
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => readout.textContent()).toContain('Requests 1,000 to 15,000');
    await page.keyboard.press('Enter');
    const ticks = page.locator('[data-chart="over-time"] [data-mark="x-axis tick label"] text');
    // 1,000 to 15,000 instead of 0 to 120,000.
    await expect.poll(() => ticks.last().textContent()).toMatch(/^1\dk$/);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => readout.textContent()).toContain('Requests 2,000 to 16,000');
    await page.keyboard.press('Escape');
    await expect.poll(() => readout.textContent()).toContain('The whole run');
    await page.close();
  });
});

test('names with markup in them are text: nothing of theirs runs', async () => {
  const evil = '</script><script>window.hacked=1</script><img src=x onerror="window.hacked=1">';
  const sample = sampleSim({ title: evil });
  const suggestion = { ...sample.suggestions[0]!, title: evil, reason: evil, command: evil };
  const renamed = sample.answeredBy.map((name, i) => (i === 0 ? evil : name));
  const levels = sample.levels.map((level, i) => (i === 0 ? { ...level, name: evil } : level));
  const phases = [{ at: 0, label: evil }];
  const hostile = { ...sample, answeredBy: renamed, levels, phases, suggestions: [suggestion] };
  const page = await open(await save('evil.html', await renderSimReport(hostile)), {
    viewport: { width: 390, height: 800 },
  });
  await page.locator('[data-chart="flow"] > svg').waitFor();
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  expect(await page.locator('img').count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await page.locator('.kind').textContent()).toBe(evil);
  await page.close();
});

test('no page complained, and none asked for anything but itself', () => {
  expect(complaints).toEqual([]);
  expect(requested.filter(url => !/^(file|data|blob):/.test(url))).toEqual([]);
  expect(requested.length).toBeGreaterThan(0);
});

async function open(file: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage(options);
  page.on('console', message => complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(error.message));
  page.on('request', request => requested.push(request.url()));
  await page.goto(file);
  return page;
}

async function save(name: string, text: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, text);
  return pathToFileURL(file).href;
}
