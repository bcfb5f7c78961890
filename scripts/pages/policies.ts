import { mostRemembered, resolveEviction } from '../../engine/build-policy.ts';
import { type PolicyEntry, policiesDocument } from '../catalogue/documents.ts';
import { abilities, citation } from '../catalogue/words.ts';
import { POLICY_FAMILIES, type PolicyFamily } from '../options/description.ts';
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

function section(policy: PolicyEntry): string {
  const { name, aliases, family, group, summary, about, paper, parameters, capabilities } = policy;
  const able = abilities(capabilities);
  const facts = [
    ...(aliases.length > 0 ? [`Also called ${aliases.map(code).join(', ')}.`] : []),
    ...(able === '' ? [] : [`It ${able}.`]),
    ...(family === 'eviction' ? memory(name) : []),
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

/** How many ids that have left an eviction policy remembers. */
function memory(name: string): string[] {
  const policy = resolveEviction(name, false, name);
  const most = mostRemembered(policy, 1_000);
  if (most === 0) return [];
  if (most === Number.POSITIVE_INFINITY) return ['Ids remembered: without a bound.'];
  // Twice the room and no more memory: a table of fixed length.
  if (mostRemembered(policy, 2_000) === most) return [`Ids remembered: at most ${most}.`];
  return [`Ids remembered: at most ${most / 1_000} × the capacity.`];
}
