import type { Page } from 'playwright-core';

/** A4 between margins of a centimetre, at 96 pixels to the inch. */
const PAPER = { width: 718, height: 1047 };

/** Charts that paper would cut: wider or higher than a sheet, or broken between two. */
export async function printFaults(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(PAPER);
  const faults = await page.evaluate(({ width, height }) => {
    const charts = [...document.querySelectorAll('svg.chart')].filter(chart => chart.checkVisibility());
    const cut = charts.flatMap(chart => {
      const name = chart.closest('[data-chart]')?.getAttribute('data-chart');
      const box = chart.getBoundingClientRect();
      const whole = box.left >= -1 && box.right <= width + 1 && box.height <= height;
      const kept = getComputedStyle(chart.closest('figure')!).breakInside === 'avoid';
      return [...(whole ? [] : [`${name} is larger than a sheet`]), ...(kept ? [] : [`${name} may be broken`])];
    });
    const frames = [...document.querySelectorAll('.scroll')].filter(
      frame =>
        frame.checkVisibility() &&
        (frame.scrollWidth > frame.clientWidth + 1 || frame.scrollHeight > frame.clientHeight + 1),
    );
    const paper = getComputedStyle(document.body).backgroundColor;
    return [
      ...cut,
      ...frames.map(frame => `the table "${frame.ariaLabel}" is cut off`),
      // A page of steps has none.
      ...(charts.length === 0 && !document.querySelector('.steps') ? ['no chart is printed'] : []),
      ...(paper === 'rgb(255, 255, 255)' ? [] : [`the paper is ${paper}`]),
    ];
  }, PAPER);
  await page.emulateMedia({ media: null });
  return faults;
}
