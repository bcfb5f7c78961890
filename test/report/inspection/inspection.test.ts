import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { THOROUGH } from '../../property-runs.ts';
import { openBrowser } from '../open-browser.ts';
import { accessibilityFaults } from './accessibility.ts';
import { keyboardFaults } from './keyboard.ts';
import { chartFaults, labelFaults, wordFaults } from './layout.ts';
import { pages } from './pages.ts';
import { printFaults } from './print.ts';

/** A telephone, a notebook, a desk. */
const WIDTHS = [390, 1280, 1600];

let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), 'tierlab-inspection-'));
});

afterAll(async () => {
  await browser?.close();
  if (folder) await rm(folder, { recursive: true });
});

/** A page, a scheme of colours, and the widths to see it at. */
const inspections = pages.flatMap(({ name, always, render }) => {
  if (THOROUGH) return (['light', 'dark'] as const).map(scheme => ({ name, scheme, widths: WIDTHS, render }));
  return always ? [{ name, scheme: always.scheme, widths: [always.width], render }] : [];
});

describe.each(inspections)('the page of $name', ({ name, scheme, widths, render }) => {
  test(`has no fault, ${scheme}, at ${widths.join(', ')} pixels`, async () => {
    const file = join(folder, `${name.replaceAll(/\W+/g, '-')}.html`);
    await writeFile(file, await render());
    const context = await browser.newContext({ colorScheme: scheme });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', message => complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(error.message));
    page.on('request', request => /^(file|data|blob):/.test(request.url()) || complaints.push(`asks ${request.url()}`));
    await page.goto(pathToFileURL(file).href);
    await page.evaluate(() => {
      for (const each of document.querySelectorAll<HTMLDetailsElement>('.folded > details')) each.open = true;
    });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await drawn(page);
      expect.soft(await faultsOf(page), `${width} pixels`).toEqual([]);
    }
    expect.soft(await keyboardFaults(page)).toEqual([]);
    expect.soft(await printFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

async function faultsOf(page: Page): Promise<string[]> {
  const checks = [accessibilityFaults, labelFaults, chartFaults, wordFaults];
  const faults: string[] = [];
  for (const check of checks) faults.push(...(await check(page)));
  return faults;
}

/** Until every chart has been drawn for the window as it is. */
async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('[data-chart]:not(details:not([open]) *)')].every(place => {
      const chart = place.querySelector(':scope > svg');
      return chart && Math.abs(Number(chart.getAttribute('width')) - place.clientWidth) < 1;
    }),
  );
}
