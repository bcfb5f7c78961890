import type { Page } from 'playwright-core';

/** Labels whose letters lie over each other within a chart, and labels that the window cuts off. */
export function labelFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d')!;
    /** Where the letters are: an element's box has room above and below them. */
    const letters = (label: Element) => {
      const box = label.getBoundingClientRect();
      const text = label.textContent!.trim();
      const { font, fontSize, fontFamily, fontWeight } = getComputedStyle(label);
      canvas.font = font || `${fontWeight} ${fontSize} ${fontFamily}`;
      const size = canvas.measureText(text);
      const top = box.top + size.fontBoundingBoxAscent - size.actualBoundingBoxAscent;
      const bottom = box.bottom - size.fontBoundingBoxDescent + size.actualBoundingBoxDescent;
      return { text, left: box.left, right: box.right, top, bottom };
    };
    const faults: string[] = [];
    for (const chart of document.querySelectorAll('svg.chart')) {
      const name = chart.closest('[data-chart]')?.getAttribute('data-chart') ?? 'a chart';
      const labels = [...chart.querySelectorAll('text')]
        .flatMap(text => (text.querySelector('tspan') ? [...text.querySelectorAll('tspan')] : [text]))
        .filter(label => label.textContent!.trim() !== '' && label.checkVisibility())
        .map(letters)
        .filter(({ left, right }) => right > left);
      labels.forEach((label, i) => {
        if (label.left < -1 || label.right > innerWidth + 1) faults.push(`${name}: "${label.text}" is cut off`);
        for (const other of labels.slice(i + 1)) {
          const across = Math.min(label.right, other.right) - Math.max(label.left, other.left);
          const down = Math.min(label.bottom, other.bottom) - Math.max(label.top, other.top);
          if (across > 0.5 && down > 0.5) faults.push(`${name}: "${label.text}" lies over "${other.text}"`);
        }
      });
    }
    return faults;
  });
}

/** Charts without marks, and a page wider than its window. */
export function chartFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    for (const place of document.querySelectorAll('[data-chart]')) {
      const marks = [...place.querySelectorAll('path, rect, circle, line, image')].filter(mark => {
        const { width, height } = mark.getBoundingClientRect();
        return width + height > 0;
      });
      if (marks.length < 3) faults.push(`${place.getAttribute('data-chart')} is empty`);
    }
    const excess = document.documentElement.scrollWidth - innerWidth;
    if (excess > 0) faults.push(`the page is ${excess} pixels wider than its window`);
    return faults;
  });
}

/** Values that no reader should see, in the text of the page or in what it tells assistive technology. */
export function wordFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const spoken = [...document.querySelectorAll('[aria-label]')].map(each => each.getAttribute('aria-label')!);
    const texts = [document.body.innerText, document.title, ...spoken];
    const pattern = /.{0,30}(\bNaN\b|\bundefined\b|\bnull\b|Infinity|∞|\[object).{0,30}/;
    return texts.flatMap(text => pattern.exec(text)?.[0] ?? []);
  });
}
