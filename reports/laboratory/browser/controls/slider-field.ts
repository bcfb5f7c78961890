import { element } from '../element.ts';
import { labelled } from './field.ts';
import type { Scale } from './scales.ts';

interface Slider extends Scale {
  readonly label: string;
  /** The label as it makes sense without what stands around it. */
  readonly full: string;
  /** What the text says at first. */
  readonly text: string;
  /** As people write it. */
  spoken(text: string): string;
  changed(text: string): void;
}

/** A slider for the hurried and a line of text beside it for the exact; each follows the other. */
export function sliderField({ label, full, text, steps, stepOf, textAt, spoken, changed }: Slider): HTMLElement {
  const range = element('input', { type: 'range' });
  range.min = '0';
  range.max = String(steps);
  range.step = '1';
  range.setAttribute('aria-label', full);
  const exact = element('input', { type: 'text', class: 'exact', 'aria-label': `${full}, exactly` });
  exact.spellcheck = false;
  const show = (now: string) => {
    const step = stepOf(now);
    if (step !== null) range.value = String(step);
    range.setAttribute('aria-valuetext', spoken(now));
    exact.value = now;
  };
  range.addEventListener('input', () => {
    const now = textAt(range.valueAsNumber);
    range.setAttribute('aria-valuetext', spoken(now));
    exact.value = now;
    changed(now);
  });
  exact.addEventListener('change', () => {
    show(exact.value.trim());
    changed(exact.value);
  });
  show(text);
  return labelled(label, range, exact);
}
