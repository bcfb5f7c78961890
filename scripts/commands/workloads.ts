import { workloadsDocument } from '../catalogue/documents.ts';
import { formatText, listing, named, workloadText } from '../catalogue/text.ts';
import type { Invocation } from './invocation.ts';
import { printCatalogue } from './print-catalogue.ts';

export async function run({ settings, argument }: Invocation): Promise<void> {
  const document = workloadsDocument();
  if (argument === undefined)
    return printCatalogue(settings, document, () =>
      [listing('synthetic workloads', document.workloads), listing('formats of trace files', document.formats)].join(
        '\n\n',
      ),
    );
  const found = named(argument, [...document.workloads, ...document.formats], 'workload or trace format');
  if ('layout' in found)
    return printCatalogue(settings, { ...document, workloads: [], formats: [found] }, () => formatText(found));
  printCatalogue(settings, { ...document, workloads: [found], formats: [] }, () => workloadText(found));
}
