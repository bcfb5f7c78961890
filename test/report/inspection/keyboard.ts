import type { Page } from 'playwright-core';

/** More controls than any page has. */
const MOST = 300;

/** Controls that the tab key does not come to, or whose focus nobody would see. */
export async function keyboardFaults(page: Page): Promise<string[]> {
  const controls = await page.evaluate(() => {
    const pattern = 'a[href], button, summary, input, select, textarea, [tabindex="0"], [data-copy], [data-download]';
    const shown = [...document.querySelectorAll<HTMLElement>(pattern)].filter(each => each.checkVisibility());
    for (const [i, control] of shown.entries()) control.dataset.control = String(i);
    (document.activeElement as HTMLElement | null)?.blur();
    return shown.map(each => `${each.localName} "${each.ariaLabel ?? each.textContent!.trim().slice(0, 40)}"`);
  });
  const reached = new Set<number>();
  const faults: string[] = [];
  for (let i = 0; i < MOST && reached.size < controls.length; i++) {
    await page.keyboard.press('Tab');
    const { control, visible } = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      const number = focused.dataset.control;
      return {
        control: number === undefined ? -1 : Number(number),
        visible: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1,
      };
    });
    // From the last control the focus leaves for the browser's own.
    if (control < 0 && reached.size > 0) break;
    if (control < 0 || reached.has(control)) continue;
    reached.add(control);
    if (!visible) faults.push(`the focus of ${controls[control]} cannot be seen`);
  }
  controls.forEach((control, i) => {
    if (!reached.has(i)) faults.push(`the keyboard does not reach ${control}`);
  });
  return faults;
}
