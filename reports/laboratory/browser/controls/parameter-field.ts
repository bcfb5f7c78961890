import type { Parameter, Value } from '../../../../spec/parameter.ts';
import { formatDuration } from '../../../../spec/quantity.ts';
import { element } from '../element.ts';
import { labelled } from './field.ts';
import { linearScale } from './scales.ts';
import { sliderField } from './slider-field.ts';

interface ParameterLine {
  readonly name: string;
  /** What it is a parameter of, as the label of a control says it. */
  readonly of: string;
  readonly parameter: Parameter;
  readonly text: string;
}

/** A value as it stands in a spec. */
export function parameterText({ type }: Parameter, value: Value): string {
  return type === 'duration' ? formatDuration(Number(value)) : String(value);
}

/** A control that suits the parameter: a slider for a number between two ends that lie close, a menu for a few words. */
export function parameterField(line: ParameterLine, changed: (text: string) => void): HTMLElement {
  const { parameter, name, text, of } = line;
  const full = `${of}: ${name}`;
  if (parameter.type === 'number' && parameter.min !== undefined && (parameter.max ?? Number.NaN) <= 10) {
    const scale = linearScale(parameter.min, parameter.max!);
    return described(sliderField({ label: name, full, text, ...scale, spoken: now => now, changed }), parameter);
  }
  const control = controlFor(parameter, text);
  control.setAttribute('aria-label', full);
  control.addEventListener('change', () => changed(control.value.trim()));
  return described(labelled(name, control), parameter);
}

function controlFor(parameter: Parameter, text: string): HTMLInputElement | HTMLSelectElement {
  const words = parameter.type === 'flag' ? ['true', 'false'] : parameter.type === 'choice' ? parameter.choices : null;
  if (words) return element('select', {}, ...words.map(word => new Option(word, word, word === text, word === text)));
  const input = element('input', { type: 'text' });
  input.value = text;
  input.spellcheck = false;
  return input;
}

/** The meaning of the parameter and what it may be, where the pointer rests. */
function described(field: HTMLElement, parameter: Parameter): HTMLElement {
  const { summary } = parameter;
  const { min, max } = { min: undefined, max: undefined, ...parameter };
  const range = min === undefined ? '' : max === undefined ? ` (at least ${min})` : ` (${min} to ${max})`;
  field.title = `${summary}${range}`;
  return field;
}
