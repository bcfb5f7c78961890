import { presetsDocument } from '../catalogue/documents.ts';
import { listing, named, presetText } from '../catalogue/text.ts';
import type { Invocation } from './invocation.ts';
import { printCatalogue } from './print-catalogue.ts';

export async function run({ settings, argument }: Invocation): Promise<void> {
  const document = presetsDocument();
  if (argument === undefined) return printCatalogue(settings, document, () => listing('presets', document.presets));
  const preset = named(argument, document.presets, 'preset');
  printCatalogue(settings, { ...document, presets: [preset] }, () => presetText(preset));
}
