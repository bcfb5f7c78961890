import { resolve } from 'node:path';
import { isPluginName, pluginOf } from '../../engine/plugins/registry.ts';
import { type PolicyEntry, policiesDocument, policyEntry } from '../catalogue/documents.ts';
import { kindOf, listing, named, policyText } from '../catalogue/text.ts';
import { loadPlugins } from '../plugins/load.ts';
import type { Invocation } from './invocation.ts';
import { printCatalogue } from './print-catalogue.ts';

export async function run({ settings, argument }: Invocation): Promise<void> {
  const document = policiesDocument();
  const policies = argument === undefined ? document.policies : [await policyNamed(argument, document.policies)];
  const kind = (each: PolicyEntry) => kindOf(each.family, each.group);
  const kinds = [...new Set(policies.map(kind))];
  printCatalogue(settings, { ...document, policies }, () =>
    argument === undefined
      ? kinds
          .map(name =>
            listing(
              name,
              policies.filter(each => kind(each) === name),
            ),
          )
          .join('\n\n')
      : policies.map(policyText).join('\n\n'),
  );
}

/** One of the catalogue, or one from a file. @throws InputError */
async function policyNamed(name: string, known: readonly PolicyEntry[]): Promise<PolicyEntry> {
  if (!isPluginName(name)) return named(name, known, 'policy');
  await loadPlugins([{ name, path: resolve(name), flag: '' }]);
  return policyEntry({ ...pluginOf(name)!.description, family: 'eviction', group: null });
}
