import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import { explain } from '../../engine/explanation/explain.ts';
import { synthesize } from '../../engine/synthesize.ts';
import { renderExplainPage } from '../../reports/page/explain.ts';
import { openBrowser } from './open-browser.ts';

const requests = synthesize('zipf:keys=30', { requests: 30 });
const configuration = resolveConfiguration(
  { preset: 'exclusive-lru', levels: 'cache=8/-', policy: 's3-fifo' },
  { keys: requests.universe, bytes: null },
);

let browser: Browser;
let folder: string;
let url: string;

beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), 'tierlab-steps-'));
  const file = join(folder, 'report.html');
  const page = await renderExplainPage({
    schema: 'tierlab/explain@1',
    digest: '0'.repeat(64),
    seed: 1,
    workload: { spec: 'zipf:keys=30', requests: 30, operations: 30, keys: requests.universe },
    configuration,
    keys: Array.from({ length: requests.universe }, (_, id) => `<key ${id}>`),
    ...explain({ requests, configuration, seed: 1 }),
    timing: { wallMs: 1, requestsPerSecond: 1, command: 'npx tierlab explain' },
  });
  await writeFile(file, page);
  url = pathToFileURL(file).href;
}, 60_000);

afterAll(async () => {
  await browser?.close();
  if (folder) await rm(folder, { recursive: true });
});

async function open(options: BrowserContextOptions = {}) {
  const page = await browser.newPage({ viewport: { width: 390, height: 800 }, ...options });
  const complaints: string[] = [];
  page.on('console', message => complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(String(error)));
  await page.goto(url);
  return { page, complaints };
}

describe('the page of a small cache', () => {
  it('shows one step at a time, by buttons, slider and keys', async () => {
    const { page, complaints } = await open();
    const shown = () => page.locator('.steps > li:visible h3').allTextContents();
    const number = async () => (await shown()).map(text => Number.parseInt(text, 10));
    expect(await number()).toEqual([1]);
    await page.getByRole('button', { name: 'Next' }).click();
    expect(await number()).toEqual([2]);
    await page.keyboard.press('ArrowRight');
    expect(await number()).toEqual([3]);
    await page.getByRole('slider').focus();
    await page.keyboard.press('End');
    expect(await number()).toEqual([30]);
    expect(await page.locator('output').innerText()).toBe('30 of 30');
    await page.keyboard.press('ArrowRight');
    expect(await number()).toEqual([30]);
    await page.getByRole('button', { name: 'Previous' }).focus();
    await page.keyboard.press('Home');
    expect(await number()).toEqual([1]);
    expect(complaints).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.close();
  });

  it('shows all steps, and no control that would do nothing, without scripts', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    expect(await page.locator('.steps > li:visible').count()).toBe(30);
    expect(await page.locator('button:visible, input:visible, .hint:visible').count()).toBe(0);
    await page.close();
  });

  it('shows all steps on paper', async () => {
    const { page } = await open();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.steps > li:visible').count()).toBe(30);
    expect(await page.locator('input:visible').count()).toBe(0);
    await page.close();
  });
});
