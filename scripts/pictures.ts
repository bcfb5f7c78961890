import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from '../test/report/chromium.ts';
import { exhibits } from './gallery/exhibits.ts';

/**
 * Takes the pictures of `docs/images/`: the beginning of each report in the gallery, and of a further one of the same command the
 * chart that stands for it, light and dark. `npm run gallery` comes first.
 */

const SIZE = { width: 960, height: 720 };
const GALLERY = 'results/gallery';
const IMAGES = 'docs/images';

const { executablePath, env } = await findBrowser();
const browser = await chromium.launch({
  ...(executablePath === null ? { channel: 'chrome' } : { executablePath }),
  env: { ...(process.env as Record<string, string>), ...env },
  args: ['--no-sandbox', '--disable-gpu'],
});
await mkdir(IMAGES, { recursive: true });
for (const { name, command, chart } of exhibits)
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ viewport: SIZE, colorScheme });
    await page.goto(pathToFileURL(resolve(GALLERY, name, 'report.html')).href);
    await page.locator('button[data-copy]:visible').first().waitFor();
    if (command !== undefined && chart !== null)
      await page.locator(`section:has([data-chart="${chart}"])`).evaluate(section => section.scrollIntoView());
    const path = `${IMAGES}/${name}-${colorScheme}.png`;
    await page.screenshot({ path });
    await page.close();
    console.log(path);
  }
await browser.close();
