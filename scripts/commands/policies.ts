import { type PolicyEntry, policiesDocument } from '../catalogue/documents.ts';
import { kindOf, listing, named, policyText } from '../catalogue/text.ts';
import type { Invocation } from './invocation.ts';
import { printCatalogue } from './print-catalogue.ts';

export async function run({ settings, argument }: Invocation): Promise<void> {
  const document = policiesDocument();
  const policies = argument === undefined ? document.policies : [named(argument, document.policies, 'policy')];
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
