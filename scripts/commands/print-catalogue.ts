import type { Settings } from '../options/settings.ts';
import { jsonText } from '../results/json-text.ts';
import { silent } from './invocation.ts';

/** Prints a catalogue as its document or as text, as the user wants it. */
export function printCatalogue(settings: Settings, document: object, text: () => string): void {
  if (settings.json) console.log(jsonText(document));
  else if (!silent(settings)) console.log(text());
}
