import { demotionPolicies, placementPolicies, promotionPolicies } from '../../policies/catalog.ts';
import { predictors } from '../../policies/prediction/catalog.ts';
import { InputError } from '../../spec/input-error.ts';
import { suggestion } from '../../spec/nearest.ts';
import type { Description } from '../../spec/parameter.ts';
import { formatSpec, resolveSpec } from '../../spec/spec.ts';
import { resolveAdmission } from '../build-admission.ts';
import { orderOf } from '../hierarchy/residency.ts';
import { NO_PREDICTION } from '../prediction/none.ts';
import type { Inclusion, Unit } from './types.ts';

/** One of a few fixed words. @throws InputError */
export function choice<Word extends string>(text: string, words: readonly Word[], place: string): Word {
  const word = words.find(each => each === text);
  if (word === undefined)
    throw new InputError(place, `found "${text}", expected ${words.join(', ')}${suggest(text, words)}`);
  return word;
}

function suggest(text: string, words: readonly string[]): string {
  const hint = suggestion(text, words);
  return hint.includes('did you mean') ? hint : '';
}

/** A spec as it is written in documents: its own name, and what differs from the defaults. @throws InputError */
function checked(text: string, catalogue: readonly Description[], family: string): string {
  const { entry, values } = resolveSpec(text, catalogue, `${family} policy`, `--${family}`);
  return formatSpec(entry, values);
}

/** @throws InputError for a policy that looks at sizes where there are none */
export function admissionFor(text: string, unit: Unit): string {
  const { entry, values } = resolveAdmission(text, unit === 'bytes', '--admission');
  return formatSpec(entry, values);
}

/** A residency order needs each id in at most one level. */
export function residencyFor(asked: string | undefined, inherited: string, inclusion: Inclusion): string {
  const residency = asked ?? inherited;
  if (orderOf(residency) === null || inclusion === 'exclusive') return residency;
  if (asked === undefined) return 'per-level';
  throw new InputError('--residency', `${asked} keeps each id in one level: it goes with --inclusion exclusive only`);
}

/** Exclusive: an id cannot enter every level. Inclusive: whoever enters the first level is in all. */
export function placementFor(text: string, inclusion: Inclusion): string {
  const placement = checked(text, placementPolicies, 'placement');
  if (inclusion === 'exclusive' && placement === 'all') return 'top';
  if (inclusion === 'inclusive' && placement === 'top') return 'all';
  return placement;
}

/** Exclusive always moves; inclusive always copies, and to every level between. */
export function promotionFor(text: string, inclusion: Inclusion): string {
  const { entry, values } = resolveSpec(text, promotionPolicies, 'promotion policy', '--promotion');
  if (entry.name === 'never' || inclusion === 'nine') return formatSpec(entry, values);
  if (inclusion === 'exclusive')
    return formatSpec(entry, { ...values, by: 'move', to: values.to === 'all' ? 'top' : values.to! });
  return formatSpec(entry, { ...values, by: 'copy', to: values.to === 'top' ? 'all' : values.to! });
}

/** @throws InputError for a level that there is not */
export function predictionFor(text: string, levels: number): string {
  if (text === NO_PREDICTION) return text;
  const { entry, values } = resolveSpec(text, predictors, 'predictor', '--prediction');
  if (Number(values.level) > levels)
    throw new InputError('--prediction', `level=${values.level} of ${levels}: there is no such level`);
  return formatSpec(entry, values);
}

/** Inclusive: what a level evicts lies below already. */
export function demotionFor(text: string, inclusion: Inclusion): string {
  const demotion = checked(text, demotionPolicies, 'demotion');
  return inclusion === 'inclusive' ? 'drop' : demotion;
}
