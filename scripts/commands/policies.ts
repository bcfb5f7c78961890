import { policiesDocument } from '../catalogue/documents.ts';
import { listing, named, policyText } from '../catalogue/text.ts';
import type { Invocation } from './invocation.ts';
import { printCatalogue } from './print-catalogue.ts';

export async function run({ settings, argument }: Invocation): Promise<void> {
  const document = policiesDocument();
  const policies = argument === undefined ? document.policies : [named(argument, document.policies, 'policy')];
  const families = [...new Set(policies.map(each => each.family))];
  printCatalogue(settings, { ...document, policies }, () =>
    argument === undefined
      ? families
          .map(family =>
            listing(
              family,
              policies.filter(each => each.family === family),
            ),
          )
          .join('\n\n')
      : policies.map(policyText).join('\n\n'),
  );
}
