import type { Value } from '../../../../spec/parameter.ts';
import { resolveEntry } from '../../../../spec/spec.ts';
import type { MenuEntry } from '../../protocol.ts';
import { element } from '../element.ts';
import { labelled } from './field.ts';
import { parameterField, parameterText } from './parameter-field.ts';

/**
 * A menu of names from a catalogue, with a line for each parameter of the one that is chosen. What it says is a spec, such as
 * `s3-fifo:small=0.2`.
 */
export function specField(
  label: string,
  menu: readonly MenuEntry[],
  spec: string,
  changed: (spec: string) => void,
): HTMLElement {
  const select = element('select', {}, ...menu.map(({ name }) => new Option(name, name)));
  const hint = element('p', { class: 'hint' });
  const parameters = element('div', { class: 'parameters' });
  const choose = (entry: MenuEntry, text: string) => {
    hint.textContent = entry.summary;
    parameters.replaceChildren(...parameterFields(label, entry, text, changed));
  };
  select.addEventListener('change', () => {
    const entry = menu.find(({ name }) => name === select.value);
    if (!entry) return;
    choose(entry, entry.name);
    changed(entry.name);
  });
  const name = spec.split(':', 1)[0]!;
  const known = menu.find(each => each.name === name);
  // What the menu does not offer stays what it is until something else is chosen.
  if (!known) select.prepend(new Option(spec, spec));
  select.value = known ? name : spec;
  if (known) choose(known, spec);
  return element('div', { class: 'spec' }, labelled(label, select), hint, parameters);
}

/** A line for each parameter; the engine reads what was typed and says what is wrong with it. */
function parameterFields(
  label: string,
  { name, parameters, ...entry }: MenuEntry,
  spec: string,
  changed: (spec: string) => void,
): HTMLElement[] {
  const { values } = resolveEntry(spec, { ...entry, name, parameters }, '');
  const texts = new Map(Object.entries(parameters).map(([key, each]) => [key, parameterText(each, values[key]!)]));
  const usual = (key: string): Value => parameters[key]!.default;
  return Object.entries(parameters).map(([key, parameter]) =>
    parameterField({ name: key, of: `${label} ${name}`, parameter, text: texts.get(key)! }, text => {
      texts.set(key, text);
      // What reads like the default goes without saying.
      const said = [...texts].filter(([each, now]) => now !== parameterText(parameters[each]!, usual(each)));
      changed(said.length === 0 ? name : `${name}:${said.map(([each, now]) => `${each}=${now}`).join()}`);
    }),
  );
}
