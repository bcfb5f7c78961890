import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { SimDocument } from '../../engine/documents/sim.ts';
import { inThisProcess } from '../cli/tierlab.ts';
import { accessibilityFaults } from './inspection/accessibility.ts';
import { keyboardFaults } from './inspection/keyboard.ts';
import { chartFaults, labelFaults, wordFaults } from './inspection/layout.ts';

/** What the tests of the laboratory read in the page, and in the documents that it must agree with. */

/** By place that answers: requests answered, evicted, expired. */
export type Counted = Readonly<Record<string, readonly number[]>>;

/** As the page says it. */
export async function counted(page: Page): Promise<Counted> {
  const rows = await page
    .locator('.outcome tbody tr')
    .evaluateAll(all => all.map(row => [...row.children].map(cell => cell.textContent!)));
  const number = (text: string) => (text === '–' ? 0 : Number(text.replaceAll(',', '')));
  return Object.fromEntries(
    rows.map(([name, , answered, , , evicted, expired]) => [name, [answered!, evicted!, expired!].map(number)]),
  );
}

/** As a result document says it. */
export function countedBy({ levels, partitions, totals }: SimDocument): Counted {
  const stores = [...partitions, ...levels].map(each => [each.name, [each.hits, each.evicted, each.expired]] as const);
  return Object.fromEntries([...stores, ['origin', [totals.misses, 0, 0]]]);
}

const results: string[] = [];

/** For each file that simulates to call when it is through. */
export function removeSimulated(): void {
  for (const each of results.splice(0)) rmSync(each, { recursive: true });
}

/** A simulation of the command line, its report in a folder of its own. */
export async function simulate(...args: readonly string[]): Promise<{ result: SimDocument; report: string }> {
  const out = mkdtempSync(join(tmpdir(), 'tierlab-what-if-'));
  results.push(out);
  const words = ['sim', ...args, '--suggest', 'off', '--out', out, '--json'];
  const { stdout, stderr, status } = await inThisProcess(words);
  expect(stderr + status).toBe('0');
  return { result: JSON.parse(stdout), report: join(out, 'report.html') };
}

export function commandIn(page: Page): Promise<string | null> {
  return page.locator('.outcome .command code').textContent();
}

/** What the page's command gives on the command line. */
export async function runCommand(page: Page): Promise<SimDocument> {
  const command = (await commandIn(page))!;
  expect(command).toMatch(/^npx tierlab sim /);
  const words = command.match(/'[^']*'|\S+/g)!.map(word => word.replace(/^'|'$/g, ''));
  return (await simulate(...words.slice(3))).result;
}

/** Writes a line of text and confirms it. */
export async function fill(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.press('Enter');
}

/** All that the inspection of reports finds wrong, with everything unfolded. */
export async function faultsIn(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true;
  });
  const faults: string[] = [];
  for (const check of [accessibilityFaults, labelFaults, chartFaults, wordFaults, keyboardFaults])
    faults.push(...(await check(page)));
  return faults;
}
