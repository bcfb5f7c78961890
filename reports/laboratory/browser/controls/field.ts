import { element, freshId } from '../element.ts';

type Control = HTMLInputElement | HTMLSelectElement;

/**
 * A control with its label: what stands on one line of a form.
 * @param beside more controls, or what the first one says
 */
export function labelled(label: string, control: Control, ...beside: HTMLElement[]): HTMLElement {
  control.id = freshId();
  return element('div', { class: 'field' }, element('label', { for: control.id }, label), control, ...beside);
}

/** A menu of words. */
export function choiceField(
  label: string,
  words: readonly string[],
  value: string,
  changed: (value: string) => void,
): HTMLElement {
  const select = element('select', {}, ...words.map(word => new Option(word, word, word === value, word === value)));
  select.addEventListener('change', () => changed(select.value));
  return labelled(label, select);
}

/** A line of text, read when it is left or confirmed. */
export function textField(label: string, value: string, changed: (value: string) => void): HTMLElement {
  const input = element('input', { type: 'text' });
  input.value = value;
  input.spellcheck = false;
  input.addEventListener('change', () => changed(input.value.trim()));
  return labelled(label, input);
}
