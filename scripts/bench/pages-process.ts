import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../test/report/chromium.ts';
import type { PageRow } from './page-table.ts';

// Makes a report of each kind by the command line, opens it in a browser and prints what that took, as JSON.

const COMMANDS: readonly (readonly [name: string, command: string])[] = [
  ['sim, 200,000 requests', 'sim -w zipf:keys=20k -n 200k'],
  ['sim, 10 million requests', 'sim -w zipf:keys=1M -n 10M --suggest off'],
  ['mrc', 'mrc -w zipf:alpha=0.9,keys=20k -n 200k'],
  ['compare', 'compare -w zipf:keys=2000 -n 20k'],
  ['ablate', 'ablate -w zipf:keys=5k -n 30k --from exclusive-lru --seeds 3'],
  ['tune', 'tune -w scan -n 20k --budget-evaluations 70 --seeds 4'],
];
/** Opens of a page, and moves of a slider, of which the median counts. */
const OPENS = 5;
const MOVES = 20;
const BIN = fileURLToPath(new URL('../bin.mjs', import.meta.url));

const { executablePath, env } = await findBrowser();
const browser = await chromium.launch({
  ...(executablePath === null ? { channel: 'chrome' } : { executablePath }),
  env: { ...(process.env as Record<string, string>), ...env },
  args: ['--no-sandbox', '--disable-gpu'],
});
const folder = mkdtempSync(join(tmpdir(), 'tierlab-bench-pages-'));
try {
  const start = besideTheRun('sim -n 1k --suggest off --no-report', join(folder, 'start'));
  const rows: PageRow[] = [];
  for (const [i, [name, command]] of COMMANDS.entries()) {
    const out = join(folder, String(i));
    const writingMs = Math.max(0, besideTheRun(command, out) - start);
    const file = join(out, 'report.html');
    rows.push({ name, bytes: statSync(file).size, writingMs, ...(await opened(browser, pathToFileURL(file).href)) });
  }
  process.stdout.write(JSON.stringify(rows));
} finally {
  rmSync(folder, { recursive: true });
  await browser.close();
}

/** Milliseconds of a command beside its run: for starting it and for writing its files. */
function besideTheRun(command: string, out: string): number {
  const start = performance.now();
  execFileSync(process.execPath, [BIN, ...command.split(' '), '--out', out, '--quiet']);
  const whole = performance.now() - start;
  return whole - JSON.parse(readFileSync(join(out, 'result.json'), 'utf8')).timing.wallMs;
}

async function opened(browser: Browser, url: string): Promise<Omit<PageRow, 'name' | 'bytes' | 'writingMs'>> {
  const paints: number[] = [];
  const interactive: number[] = [];
  let sliderMs: number | null = null;
  for (let i = 0; i < OPENS; i++) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(url);
    interactive.push(await drawnAt(page));
    paints.push(await paintedAt(page));
    if (i === OPENS - 1 && (await page.locator('#what-if').count()) > 0) sliderMs = await sliderMove(page);
    await page.close();
  }
  return { firstPaintMs: median(paints), interactiveMs: median(interactive), sliderMs };
}

/** When the first text or picture was painted, in milliseconds of the page. */
function paintedAt(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>(resolve => {
        new PerformanceObserver(list => {
          for (const { name, startTime } of list.getEntries())
            if (name === 'first-contentful-paint') resolve(startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
}

/** When every chart answers the pointer, in milliseconds of the page. */
async function drawnAt(page: Page): Promise<number> {
  const drawn = await page.waitForFunction(() => {
    const places = [...document.querySelectorAll('[data-chart]')].filter(place => place.clientWidth > 0);
    return places.every(place => place.querySelector(':scope > svg')) && performance.now();
  });
  return (await drawn.jsonValue()) as number;
}

/** Until the charts beside the controls of another cache are those of the cache that a slider asks for. */
async function sliderMove(page: Page): Promise<number> {
  await page.locator('#what-if').scrollIntoViewIfNeeded();
  await page.locator('#what-if .outcome svg').first().waitFor();
  await page.waitForFunction(() => document.querySelector('#what-if .outcome:not([data-stale])'));
  const moves = await page.evaluate(async count => {
    const slider = document.querySelector<HTMLInputElement>('#what-if input[type=range]')!;
    const outcome = document.querySelector<HTMLElement>('#what-if .outcome')!;
    const taken: number[] = [];
    for (let i = 0; i < count; i++) {
      const before = performance.now();
      slider.value = String(Number(slider.max) * ((i % 10) / 20 + 0.3));
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      while (outcome.dataset.stale === undefined && performance.now() - before < 100)
        await new Promise(requestAnimationFrame);
      while (outcome.dataset.stale !== undefined) await new Promise(requestAnimationFrame);
      taken.push(performance.now() - before);
    }
    return taken;
  }, MOVES);
  return median(moves);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)]!;
}
