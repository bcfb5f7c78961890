import { type PolicyEntry, policiesDocument } from '../catalogue/documents.ts';
import { abilities, citation } from '../catalogue/words.ts';
import { POLICY_FAMILIES, type PolicyFamily } from '../options/table.ts';
import { code, page } from './markdown.ts';
import { parameterTable } from './parameter-table.ts';

const FAMILIES: Readonly<Record<PolicyFamily, string>> = {
  eviction: 'Who leaves a level when room is needed.',
  admission: 'Whether a newcomer may enter a level.',
  placement: 'Where a set or a fill goes.',
  promotion: 'Whether an entry that was hit below the first level moves up.',
  demotion: 'Where an entry that a level evicts goes.',
  prediction: 'What will be asked for soon, so that it is fetched before.',
  bound: 'What no cache can exceed: for `mrc --policies`, beside the policies.',
};

/** docs/policies.md */
export function policiesPage(): string {
  const { policies } = policiesDocument();
  const families = POLICY_FAMILIES.map(family => {
    const members = policies.filter(each => each.family === family);
    const groups = [...new Set(members.map(each => each.group))].map(group => [
      ...(group === null ? [] : [`### ${family}: ${group}`]),
      ...members.filter(each => each.group === group).map(section),
    ]);
    return [`## ${family}`, FAMILIES[family], ...groups.flat()].join('\n\n');
  });
  return page(
    'Policies',
    'A policy is written `name` or `name:parameter=value,parameter=value`, for example `s3-fifo:small=0.2`.',
    ...families,
  );
}

function section({ name, aliases, group, summary, about, paper, parameters, capabilities }: PolicyEntry): string {
  const able = abilities(capabilities);
  const facts = [
    ...(aliases.length > 0 ? [`Also called ${aliases.map(code).join(', ')}.`] : []),
    ...(able === '' ? [] : [`It ${able}.`]),
  ];
  const parts = [
    `${group === null ? '###' : '####'} ${name}`,
    `${summary}.`,
    ...(about === null ? [] : [about]),
    ...(facts.length > 0 ? [facts.join(' ')] : []),
    ...(paper ? [`${citation(paper)}.`] : []),
    ...parameterTable(parameters),
  ];
  return parts.join('\n\n');
}
