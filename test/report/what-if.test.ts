import { copyFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MultiLevelCache } from '../../engine/library/multi-level-cache.ts';
import { workingDirectory } from '../cli/tierlab.ts';
import { THOROUGH } from '../property-runs.ts';
import { openBrowser } from './open-browser.ts';
import { commandIn, counted, countedBy, faultsIn, fill, removeSimulated, runCommand, simulate } from './panel.ts';

const TRACE = fileURLToPath(new URL('../fixtures/zipf0.9_20k_150k.oracleGeneral.bin.zst', import.meta.url));

const WINDOWS = [
  [390, 'dark'],
  [1600, 'light'],
] as const;

/** The last in is the first out. */
const PLUGIN = `import { defineEviction } from 'tierlab/policies';
export default defineEviction({
  name: 'lifo', summary: 'The last in is the first out', about: 'A stack.', paper: null, parameters: {},
  capabilities: { sized: false, clairvoyant: false, randomised: false, adaptive: false, ghosts: false },
  create: () => {
    const stack: number[] = [];
    const drop = (id: number) => void stack.splice(stack.indexOf(id), 1);
    return {
      hit() {}, insert(id) { stack.push(id); }, remove: drop,
      victim: () => stack[stack.length - 1]!, evict: () => stack.pop()!,
    };
  },
});
`;

let browser: Browser;
const complaints: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());
afterAll(removeSimulated);

/** The report with its laboratory at work. */
async function open(file: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  page.on('console', message => complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(error.message));
  await page.goto(pathToFileURL(file).href);
  await page.locator('#what-if').scrollIntoViewIfNeeded();
  await page.locator('.outcome tbody tr').first().waitFor();
  return page;
}

const figure = (page: Page, name: string) =>
  page.locator('.outcome .figures > div', { hasText: name }).locator('.big').textContent();

describe('the laboratory of a report', () => {
  test('counts what the report counts, and with another cache what its command counts', async () => {
    const { result, report: file } = await simulate('-w', 'hot-warm-cold', '-n', '5000', '--seed', '3');
    const page = await open(file);
    expect(await counted(page)).toEqual(countedBy(result));
    await fill(page.getByLabel('L1 capacity, exactly'), '20');
    await fill(page.getByLabel('L3 capacity, exactly'), '120');
    await page.getByLabel('Residency', { exact: true }).selectOption('unified');
    await page.getByLabel('Residency unified: policy').fill('s3-fifo');
    await page.getByLabel('Residency unified: policy').press('Enter');
    await page.getByLabel('Demotion', { exact: true }).selectOption('drop');
    await expect.poll(() => commandIn(page)).toContain('--demotion drop');
    const other = await runCommand(page);
    expect(other.configuration).toMatchObject({ residency: 'unified:policy=s3-fifo', demotion: 'drop' });
    expect(other.totals.hits).not.toBe(result.totals.hits);
    expect(await counted(page)).toEqual(countedBy(other));
    expect((await figure(page, 'mean latency'))!.replace('\u00a0ms', '')).toBe(
      String(Number(other.latencyMs.mean.toPrecision(2))),
    );
    await page.close();
  });

  test.runIf(THOROUGH)('counts a trace as well, with its times, sizes and lifetimes, in bytes', async () => {
    const trace = join(workingDirectory(), 'a trace.zst');
    await copyFile(TRACE, trace);
    const { result, report: file } = await simulate(
      ...['-w', trace, '-n', '60000', '--warmup', '5000', '--levels', 'a=64KiB/20s/lru,b=1MiB/-/sieve'],
    );
    const page = await open(file);
    expect(await counted(page)).toEqual(countedBy(result));
    await fill(page.getByLabel('b capacity, exactly'), '300KiB');
    await page.getByRole('group', { name: 'Level a' }).getByLabel('Eviction', { exact: true }).selectOption('gdsf');
    await expect.poll(() => commandIn(page)).toContain('gdsf');
    const other = await runCommand(page);
    expect(other.configuration.levels.map(level => level.capacity)).toEqual([65_536, 307_200]);
    expect(await counted(page)).toEqual(countedBy(other));
    await page.close();
  });

  test('carries policies and samples from files along', async () => {
    const folder = workingDirectory();
    await writeFile(join(folder, 'times.txt'), '3\n40\n500\n');
    await writeFile(join(folder, 'mine.ts'), PLUGIN);
    const latency = `origin=empirical:file=${join(folder, 'times.txt')}`;
    const mine = join(folder, 'mine.ts');
    const { result, report: file } = await simulate(
      ...['-w', 'zipf:keys=900', '-n', '6000', '--preset', 'exclusive-lru', '--latency', latency, '--policy', mine],
    );
    const page = await open(file);
    expect(await counted(page)).toEqual(countedBy(result));
    await fill(page.getByLabel('L1 capacity, exactly'), '33');
    await page.getByLabel('Residency', { exact: true }).selectOption('unified');
    await fill(page.getByLabel('Residency unified: policy', { exact: true }), mine);
    await expect.poll(() => commandIn(page)).toContain(`--residency unified:policy=${mine}`);
    expect(await commandIn(page)).toContain('times.txt');
    const other = await runCommand(page);
    expect(await counted(page)).toEqual(countedBy(other));
    expect(other.latencyMs.max).toBeGreaterThan(490);
    await page.close();
  });

  test.runIf(THOROUGH)('is absent where a policy needs Node, and the report is whole all the same', async () => {
    const mine = join(workingDirectory(), 'mine.ts');
    await writeFile(mine, `import { cpus } from 'node:os';\ncpus();\n${PLUGIN}`);
    const { report: file } = await simulate('-w', 'zipf:keys=900', '-n', '2000', '--policy', mine);
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);
    await page.locator('[data-chart="flow"] > svg').waitFor();
    expect(await page.locator('#what-if').isVisible()).toBe(false);
    await page.close();
  });

  test('of a run too long for a page replays its beginning, and says so', async () => {
    const { result, report: file } = await simulate(
      ...['-w', 'zipf:keys=2000', '-n', '230000', '--preset', 'exclusive-lru'],
    );
    const page = await open(file);
    const caption = await page.locator('#what-if .caption').textContent();
    expect(caption).toContain('the first 200,000 of 230,000 requests');
    const answered = Object.values(await counted(page)).map(([requests]) => requests!);
    expect(answered.reduce((sum, each) => sum + each)).toBe(200_000);
    // The windows of the report's series are of 2,300 requests: 86 of them are 197,800, 87 are 200,100.
    const hits = (windows: number) =>
      result.series.slice(0, windows).reduce((sum, { requests, answered: by }) => sum + requests - by.at(-1)!, 0);
    const inPage = 200_000 - answered.at(-1)!;
    expect(inPage).toBeGreaterThan(hits(86));
    expect(inPage).toBeLessThan(hits(87));
    await page.close();
  });

  test.runIf(THOROUGH)('of a long trace has as many requests as keep the file below a megabyte', async () => {
    const { report: file } = await simulate('-w', TRACE, '--preset', 'exclusive-lru');
    expect((await stat(file)).size).toBeLessThan(1_000_000);
    const page = await open(file);
    const caption = (await page.locator('#what-if .caption').textContent())!;
    const said = Number(/the first ([\d,]+) of 150,000 requests/.exec(caption)![1]!.replaceAll(',', ''));
    const { result } = await simulate('-w', TRACE, '--preset', 'exclusive-lru', '-n', String(said));
    expect(said).toBeGreaterThan(30_000);
    expect(await counted(page)).toEqual(countedBy(result));
    await page.close();
  });
});

test('the configuration that is copied is what a live cache takes, and the experiment what the command line takes', async () => {
  const { report } = await simulate('-w', 'zipf:keys=500', '-n', '4000', '--seed', '5');
  const page = await open(report, { permissions: ['clipboard-read', 'clipboard-write'] });
  await fill(page.getByLabel('L2 capacity, exactly'), '77');
  await expect.poll(() => commandIn(page)).toContain('L2=77/');
  await page.getByRole('button', { name: 'Copy configuration' }).click();
  await expect.poll(() => page.getByRole('button', { name: 'Copied' }).count()).toBe(1);
  const cache = MultiLevelCache.from(JSON.parse(await page.evaluate(() => navigator.clipboard.readText())));
  expect(cache.getComprehensiveStats().l2Stats!.maxSize).toBe(77);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download experiment' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('experiment.json');
  const { result } = await simulate('--config', await download.path());
  expect(result.seed).toBe(5);
  expect(await counted(page)).toEqual(countedBy(result));
  await page.close();
});

describe('the controls', () => {
  let file: string;

  beforeAll(async () => {
    ({ report: file } = await simulate('-w', 'zipf:keys=1000', '-n', '5000'));
  });

  test('are absent without scripts', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(pathToFileURL(file).href);
    expect(await page.locator('#what-if').isVisible()).toBe(false);
    await page.close();
  });

  test('are moved by the keyboard', async () => {
    const page = await open(file);
    const slider = page.getByLabel('L2 capacity', { exact: true });
    await slider.focus();
    const before = Number(await page.getByLabel('L2 capacity, exactly').inputValue());
    for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight');
    const after = Number(await page.getByLabel('L2 capacity, exactly').inputValue());
    expect(after).toBeGreaterThan(before);
    await expect.poll(() => commandIn(page)).toContain(`L2=${after}/`);
    await page.close();
  });

  test('say what is wrong in the words of the command line, and what stood there stays', async () => {
    const page = await open(file);
    const said = await counted(page);
    await fill(page.getByLabel('L1 TTL, exactly'), 'soon');
    const alert = page.locator('#what-if [role="alert"]');
    await expect.poll(() => alert.textContent()).toContain('--levels L1: "soon" is not a duration');
    expect(await counted(page)).toEqual(said);
    await fill(page.getByLabel('L1 TTL, exactly'), '5m');
    await expect.poll(() => alert.isVisible()).toBe(false);
    await page.close();
  });

  test.runIf(THOROUGH)('let prediction and inclusion take what they need, and say what rules came to', async () => {
    const page = await open(file);
    const note = (label: string) => page.locator('.note', { hasText: label });
    await page.locator('#what-if details', { hasText: 'Inclusion' }).locator('summary').click();
    await expect.poll(() => note('Runs as off').isVisible()).toBe(true);
    await page.getByLabel('Prediction', { exact: true }).selectOption('markov');
    await expect.poll(() => note('Runs as coalesce').isVisible()).toBe(true);
    expect(await page.locator('.figures').last().textContent()).toContain('fetched ahead');
    await page.getByLabel('Inclusion', { exact: true }).selectOption('nine');
    await expect.poll(() => note('Runs as per-level').isVisible()).toBe(true);
    await page.getByLabel('Inclusion', { exact: true }).selectOption('exclusive');
    await page.getByLabel('Placement', { exact: true }).selectOption('all');
    // What was unfolded stays so in a form that is built again.
    await page.getByRole('button', { name: 'Add a level' }).click();
    expect(await page.getByLabel('Inclusion', { exact: true }).isVisible()).toBe(true);
    await expect.poll(() => note('Runs as top, because of the other rules').isVisible()).toBe(true);
    await page.close();
  });

  test.runIf(THOROUGH)('add and remove levels, and start from another design or from the report again', async () => {
    const page = await open(file);
    const levels = async () => (await page.locator('.outcome tbody th').allTextContents()).slice(0, -1);
    const at = await counted(page);
    await page.getByRole('button', { name: 'Add a level' }).click();
    await expect.poll(levels).toEqual(['L1', 'L2', 'L3', 'L4']);
    expect(await page.locator(':focus').textContent()).toBe('Add a level');
    await page.getByRole('button', { name: 'Remove level L2' }).click();
    await expect.poll(levels).toEqual(['L1', 'L3', 'L4']);
    await page.getByLabel('Start from').selectOption('reference');
    await expect.poll(() => commandIn(page)).toContain('--preset reference');
    expect(await page.getByLabel('Inclusion', { exact: true }).inputValue()).toBe('nine');
    await page.getByLabel('Start from').selectOption('the report');
    await expect.poll(levels).toEqual(['L1', 'L2', 'L3']);
    expect(await counted(page)).toEqual(at);
    await page.close();
  });

  test.each(THOROUGH ? WINDOWS : WINDOWS.slice(0, 1))(
    'the panel has no fault at %d pixels, %s, with everything unfolded',
    async (width, colorScheme) => {
      const page = await open(file, { viewport: { width, height: 900 }, colorScheme });
      expect(await faultsIn(page)).toEqual([]);
      await page.close();
    },
  );
});

test('no page complained', () => {
  expect(complaints).toEqual([]);
});
