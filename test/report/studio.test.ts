import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OF_SIM } from '../../scripts/options/table.ts';
import { ExperimentFolder } from '../../scripts/studio/folder.ts';
import { type StudioServer, serveStudio } from '../../scripts/studio/server.ts';
import { THOROUGH } from '../property-runs.ts';
import { openBrowser } from './open-browser.ts';
import { commandIn, counted, countedBy, faultsIn, fill, removeSimulated, runCommand, simulate } from './panel.ts';

const folder = mkdtempSync(join(tmpdir(), 'tierlab-studio-'));

let browser: Browser;
let server: StudioServer;
const complaints: string[] = [];
const requested: string[] = [];

beforeAll(async () => {
  [browser, server] = await Promise.all([
    openBrowser(),
    serveStudio(new ExperimentFolder(folder, OF_SIM), 'experiments', 0),
  ]);
});

afterAll(async () => {
  removeSimulated();
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true });
});

async function open(width = 1280, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  page.on('console', message => complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(error.message));
  page.on('request', request => requested.push(request.url()));
  await page.goto(server.url);
  await page.locator('.outcome tbody tr').first().waitFor();
  return page;
}

test('a workload and a cache that are built in the page count as on the command line', async () => {
  const page = await open();
  await page.getByLabel('Model', { exact: true }).selectOption('zipf');
  await fill(page.getByLabel('Model zipf: keys', { exact: true }), '700');
  await fill(page.getByLabel('Requests', { exact: true }), '6k');
  await fill(page.getByLabel('Seed', { exact: true }), '9');
  await fill(page.getByLabel('Warm-up', { exact: true }), '500');
  await page.getByLabel('Start from').selectOption('exclusive-lru');
  // A form that is about to be built again loses what is being typed into it.
  await expect.poll(() => commandIn(page)).toContain('--warmup 500 --preset exclusive-lru');
  await fill(page.getByLabel('L2 capacity, exactly'), '5%');
  await page.getByLabel('Promotion', { exact: true }).selectOption('never');
  await expect.poll(() => commandIn(page)).toContain('--promotion never');
  expect(await commandIn(page)).toContain('--workload zipf:keys=700 --requests 6k --seed 9 --warmup 500');
  const result = await runCommand(page);
  expect(result.totals.requests).toBe(5_500);
  expect(result.configuration).toMatchObject({ preset: 'exclusive-lru', promotion: 'never' });
  expect(await counted(page)).toEqual(countedBy(result));
  await page.close();
});

test('an experiment is saved, runs on the command line, and comes back', async () => {
  const page = await open();
  await page.getByLabel('Model', { exact: true }).selectOption('loop');
  await fill(page.getByLabel('Requests', { exact: true }), '3k');
  await page.getByLabel('Demotion', { exact: true }).selectOption('drop');
  await expect.poll(() => commandIn(page)).toContain('--demotion drop');
  const said = await counted(page);
  await page.getByLabel('Name', { exact: true }).fill('a loop');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const status = page.locator('fieldset [role="status"]');
  await expect.poll(() => status.textContent()).toContain('expected letters');
  await page.getByLabel('Name', { exact: true }).fill('a-loop');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(() => status.textContent()).toBe('Saved as a-loop.json.');
  const file = join(folder, 'a-loop.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ workload: 'loop', requests: '3k', demotion: 'drop' });
  expect(countedBy((await simulate('--config', file)).result)).toEqual(said);

  await page.reload();
  await page.locator('.outcome tbody tr').first().waitFor();
  await page.getByLabel('Kept', { exact: true }).selectOption('a-loop.json');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect.poll(() => status.textContent()).toBe('a-loop.json is on the bench.');
  await expect.poll(() => counted(page)).toEqual(said);
  expect(await page.getByLabel('Model', { exact: true }).inputValue()).toBe('loop');
  expect(await page.getByLabel('Demotion', { exact: true }).inputValue()).toBe('drop');
  await page.close();
});

test('a cache is compared with a flat LRU of its capacity, or with one that was kept', async () => {
  const page = await open();
  await page.getByLabel('Model', { exact: true }).selectOption('zipf');
  await fill(page.getByLabel('Requests', { exact: true }), '20k');
  await expect.poll(() => commandIn(page)).toContain('--requests 20k');
  await fill(page.getByLabel('L3 capacity, exactly'), '100');
  await expect.poll(() => commandIn(page)).toContain('L3=100/');
  const levels = 'L1=100/5m/lru,L2=500/15m/lru,L3=100/30m/lru';
  const flat = await simulate('-w', 'zipf', '-n', '20k', '--preset', 'flat', '--levels', levels);
  const hitRatio = page.locator('.outcome .figures .comparison').first();
  const percent = (100 * flat.result.totals.hitRatio).toFixed(1);
  expect((await hitRatio.textContent())!.replaceAll('\u00a0', ' ')).toContain(`points, flat LRU ${percent} %`);
  await page.getByLabel('Compare with').selectOption('the cache as it is now');
  await expect.poll(() => page.locator('.finding').textContent()).toContain('Move a slider');
  await fill(page.getByLabel('L3 capacity, exactly'), '10');
  await expect.poll(() => hitRatio.textContent()).toMatch(/points, kept \d+/);
  await page.close();
});

test('what is asked for while the engine is busy is done all the same, each thing to what came before', async () => {
  const page = await open();
  await page.evaluate(() => {
    const choose = (label: string, value: string) => {
      const labels = [...document.querySelectorAll('label')];
      const select = labels.find(each => each.textContent === label)!.control as HTMLSelectElement;
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    };
    choose('Model', 'zipf');
    choose('Start from', 'exclusive-lru');
    choose('Demotion', 'drop');
    choose('Placement', 'bottom');
  });
  await expect.poll(() => commandIn(page)).toContain('--placement bottom');
  expect(await commandIn(page)).toMatch(/--workload zipf --preset exclusive-lru --placement bottom --demotion drop$/);
  expect(await page.getByLabel('Demotion', { exact: true }).inputValue()).toBe('drop');
  expect(await page.getByLabel('L1 capacity, exactly').inputValue()).toBe('100');
  await page.close();
});

test('what cannot be is said in the words of the command line, and mended', async () => {
  const page = await open();
  const alert = page.locator('#studio [role="alert"]');
  await fill(page.getByLabel('Requests', { exact: true }), '9M');
  await expect.poll(() => alert.textContent()).toContain('--requests: found 9M, expected at most 5M in a page');
  // Nothing is shown of a cache while its requests are not there, but it is not forgotten either.
  await page.getByLabel('Demotion', { exact: true }).selectOption('drop');
  await page.waitForTimeout(500);
  expect(await alert.textContent()).toContain('found 9M');
  expect(await commandIn(page)).toBe('npx tierlab sim --workload hot-warm-cold');
  await fill(page.getByLabel('Requests', { exact: true }), '4k');
  await expect.poll(() => alert.isVisible()).toBe(false);
  expect(await commandIn(page)).toBe('npx tierlab sim --workload hot-warm-cold --requests 4k --demotion drop');
  await page.close();
});

const WINDOWS = [
  [1600, 'light'],
  [390, 'dark'],
] as const;

test.each(THOROUGH ? WINDOWS : WINDOWS.slice(0, 1))(
  'it has no fault at %d pixels, %s, with everything unfolded',
  async (width, colorScheme) => {
    const page = await open(width, colorScheme);
    expect(await faultsIn(page)).toEqual([]);
    await page.close();
  },
);

test('the page asks nobody but its server, and complains of nothing but refusals', () => {
  expect(requested.filter(url => !url.startsWith(server.url) && !/^(data|blob):/.test(url))).toEqual([]);
  expect(complaints.filter(each => !each.includes('status of 422'))).toEqual([]);
});
