import { resolveEviction } from '../../engine/build-policy.ts';
import { parseByName } from '../../engine/configuration/level-list.ts';
import type { Configuration, Unit } from '../../engine/configuration/types.ts';
import { capacityUnit } from '../../engine/configuration/unit.ts';
import { type Budget, type BudgetRequest, budgetOf } from '../../engine/experiments/tune/budget.ts';
import { OBJECTIVES, type Objective } from '../../engine/experiments/tune/objective.ts';
import { usualPolicies } from '../../engine/experiments/tune/space.ts';
import { InputError } from '../../spec/input-error.ts';
import { parseCapacity, parseCount } from '../../spec/quantity.ts';
import { specsIn } from '../options/lists.ts';
import type { Settings } from '../options/settings.ts';
import { options } from '../options/table.ts';

/** What percentages of a budget refer to. */
interface Whole {
  readonly keys: number;
  readonly bytes: number | null;
}

const MEBIBYTE = 2 ** 20;
/** With fewer there is nothing to choose from. */
const FEWEST_EVALUATIONS = 10;

export function objectiveOf({ objective = options.objective.default }: Settings): Objective {
  // `checkChoices` has seen to it that it is one of the words.
  return OBJECTIVES.find(each => each === objective)!;
}

/** @throws InputError */
export function evaluationsOf({ budgetEvaluations: text = options.budgetEvaluations.default }: Settings): number {
  const count = parseCount(text, '--budget-evaluations');
  if (count >= FEWEST_EVALUATIONS) return count;
  throw new InputError('--budget-evaluations', `found ${text}, expected at least ${FEWEST_EVALUATIONS}`);
}

/**
 * The budget, in the unit that it is written in: `1600`, `64MiB`, `2%`, or `cost=20`; what the default has where nobody says.
 * @param base the default's levels
 * @throws InputError
 */
export function budgetFor(settings: Settings, base: Configuration, whole: Whole): Budget {
  const { budget: text } = settings;
  const cost = text === undefined ? undefined : /^\s*cost\s*=(.*)$/.exec(text)?.[1];
  const total = text === undefined || cost !== undefined ? undefined : parseCapacity(text, '--budget');
  const unit = total === undefined || total.unit === 'percent' ? base.unit : capacityUnit([total], whole, '--budget');
  if (unit !== base.unit && settings.levels !== undefined)
    throw new InputError('--budget', `found ${unit}, expected ${base.unit} as in --levels`);
  const prices = pricesOf(settings, base, unit);
  if (cost !== undefined && prices === null)
    throw new InputError('--budget', 'cost needs --prices, for example L1=0.02,L2=0.005,L3=0.001');
  const shareOf = unit === 'bytes' ? whole.bytes! : whole.keys;
  const asked: BudgetRequest = {
    ...(cost !== undefined && { total: { kind: 'cost', value: money(cost, '--budget: cost') } }),
    ...(total && {
      total: {
        kind: 'capacity',
        value: total.unit === 'percent' ? Math.floor((shareOf * total.value) / 100) : total.value,
      },
    }),
    ...(prices && { prices: prices.levels }),
    ...(prices?.fetch !== undefined && { fetchPrice: prices.fetch }),
  };
  const budget = budgetOf(base, unit, asked);
  const least = budget.tiers.reduce((sum, tier) => sum + tier.capacity, 0);
  if (asked.total?.kind === 'capacity' && least > asked.total.value)
    throw new InputError('--budget', `found ${text}, expected at least ${least}: one for each level`);
  return budget;
}

/** Of an entry or a byte of each level, and of a million fetches. @throws InputError */
function pricesOf({ prices: text, objective }: Settings, { levels }: Configuration, unit: Unit) {
  const names = levels.map(level => level.name);
  if (text === undefined) {
    if (objective === 'cost')
      throw new InputError('--objective', 'cost needs --prices, of every level and of origin (a million fetches)');
    return null;
  }
  const given = parseByName(text, [...names, 'origin'], '--prices');
  const missing = [...names, ...(objective === 'cost' ? ['origin'] : [])].find(name => !given.has(name));
  if (missing !== undefined) throw new InputError('--prices', `${missing} has no price, expected ${missing}=…`);
  const fetch = given.get('origin');
  return {
    levels: names.map(name => money(given.get(name)!, `--prices ${name}`) / (unit === 'bytes' ? MEBIBYTE : 1)),
    fetch: fetch === undefined ? undefined : money(fetch, '--prices origin'),
  };
}

function money(text: string, place: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new InputError(place, `"${text}" is not a price (expected a number more than 0)`);
}

/** Who may be tried. @throws InputError for a policy that does not exist, knows the future, or cannot count bytes */
export function policiesFor({ policies: text }: Settings, unit: Unit): string[] {
  if (text === undefined) return usualPolicies(unit === 'bytes');
  const policies = [...new Set(specsIn(text, 'policies'))];
  for (const policy of policies)
    if (resolveEviction(policy, unit === 'bytes', '--policies').entry.capabilities.clairvoyant)
      throw new InputError('--policies', `${policy} knows the future, and no cache that runs does`);
  return policies;
}
