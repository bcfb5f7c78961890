import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../open-browser.ts';
import { accessibilityFaults } from './accessibility.ts';
import { keyboardFaults } from './keyboard.ts';
import { chartFaults, labelFaults, wordFaults } from './layout.ts';
import { printFaults } from './print.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 400, height: 400 } });
});
afterAll(() => browser?.close());

function show(body: string): Promise<void> {
  return page.setContent(
    `<!doctype html><html lang="en"><title>planted</title><body style="margin:0;background:#fff"><main>${body}</main>`,
  );
}

/** A chart of 300 by 100 pixels. */
function chart(content: string, style = 'break-inside:avoid'): string {
  return `<figure style="margin:0;${style}"><div data-chart="planted"><svg class="chart" role="img" aria-label="planted" width="300" height="100">${content}</svg></div></figure>`;
}

const MARKS = '<rect width="9" height="9"/><circle r="5" cx="30" cy="9"/><line x2="9" y2="9" stroke="red"/>';

test('a page without faults has none', async () => {
  await show(`<h1>Good</h1>${chart(`${MARKS}<text x="50" y="20">one</text><text x="50" y="40">two</text>`)}`);
  for (const check of [accessibilityFaults, labelFaults, chartFaults, wordFaults, keyboardFaults, printFaults])
    expect(await check(page), check.name).toEqual([]);
});

test('what axe-core knows of is found: a button without a name, a text too pale', async () => {
  await show('<h1>Bad</h1><button type="button"></button><p style="color:#ddd">pale</p>');
  expect((await accessibilityFaults(page)).map(fault => fault.split(':')[0])).toEqual([
    'button-name',
    'color-contrast',
  ]);
});

test('labels that lie over each other, or leave the window, are found; those that only stand close are not', async () => {
  const text = (x: number, y: number, content: string) => `<text x="${x}" y="${y}" font-size="13">${content}</text>`;
  await page.setViewportSize({ width: 300, height: 400 });
  await show(chart([text(0, 20, 'alpha'), text(20, 24, 'beta'), text(0, 60, 'close'), text(0, 74, 'by')].join('')));
  expect(await labelFaults(page)).toEqual(['planted: "alpha" lies over "beta"']);
  await show(chart(text(280, 20, 'a long name')));
  expect(await labelFaults(page)).toEqual(['planted: "a long name" is cut off']);
  await show(chart('<text y="20">two<tspan x="0" dy="18">lines</tspan></text>'));
  expect(await labelFaults(page)).toEqual([]);
});

test('an empty chart and a page that is too wide are found', async () => {
  await page.setViewportSize({ width: 300, height: 400 });
  await show(`${chart('<rect width="9" height="9"/>')}<p style="width:340px">wide</p>`);
  expect(await chartFaults(page)).toEqual(['planted is empty', 'the page is 40 pixels wider than its window']);
});

test.each(['NaN ms', 'undefined', 'Infinity %', '[object Object]'])('%s is found', async word => {
  await show(`<p>It takes ${word}.</p>`);
  expect(await wordFaults(page)).toHaveLength(1);
  await show(chart(MARKS).replace('aria-label="planted"', `aria-label="${word} of requests"`));
  expect(await wordFaults(page)).toHaveLength(1);
});

test('a control that the keyboard does not reach, and a focus that nobody sees, are found', async () => {
  await show(
    '<button type="button">one</button><button type="button" tabindex="-1">two</button><button type="button" style="outline:none">three</button>',
  );
  expect(await keyboardFaults(page)).toEqual([
    'the focus of button "three" cannot be seen',
    'the keyboard does not reach button "two"',
  ]);
});

test('what paper would cut is found', async () => {
  await show(chart(MARKS, ''));
  expect(await printFaults(page)).toEqual(['planted may be broken']);
  await show(`${chart(MARKS).replace('width="300"', 'width="800"')}`);
  expect(await printFaults(page)).toEqual(['planted is larger than a sheet']);
  await show(
    `${chart(MARKS)}<div class="scroll" aria-label="numbers" style="overflow:auto"><p style="width:900px">wide</p></div>`,
  );
  expect(await printFaults(page)).toEqual(['the table "numbers" is cut off']);
  await show('<p>No chart.</p>');
  expect(await printFaults(page)).toEqual(['no chart is printed']);
});
