import type { TuneDocument, TuneName, Validated } from '../../engine/documents/tune.ts';
import { capacity, capacityWithUnit, plural } from './numbers.ts';
import {
  coordinateText,
  direction,
  fetches,
  gainInterval,
  gainSize,
  levelSizes,
  objectiveNouns,
  objectiveText,
} from './tune-words.ts';

/** The row of that name. */
function rowOf({ validation }: TuneDocument, name: TuneName): Validated | undefined {
  return validation.rows.find(each => each.name === name);
}

/** The gain over the row of that name. */
function gainOver({ validation }: TuneDocument, name: TuneName) {
  return validation.gains.find(each => each.over === name);
}

/** The result in a sentence: by how much what was found beats the default on unseen requests, or that nothing does. */
export function tuneFinding(document: TuneDocument): string {
  const { objective, chosen } = document;
  const gain = gainOver(document, 'default')!;
  const noun = objectiveNouns[objective];
  if (chosen === 'default') return `Nothing that was tried beats the default's ${noun} on unseen requests: keep it`;
  return `Tuned, ${noun} is ${gainSize(objective, gain.mean)} ${direction(objective, gain.mean)} than with the default, on requests that the search did not see`;
}

/** What stands behind the finding: the values, the interval and on what it was validated. */
export function tuneEvidence(document: TuneDocument): string {
  const { objective, validation } = document;
  const gain = gainOver(document, 'default')!;
  const say = (name: TuneName) =>
    objectiveText(objective, rowOf(document, name)!.metrics.objective.mean, validation.requests);
  return `${say('tuned')} against ${say('default')} (${gainInterval(objective, gain.low, gain.high)}) ${unseenText(document)}.`;
}

/** `on 10 seeds that the search did not see`. */
export function unseenText({ validation }: TuneDocument): string {
  return validation.kind === 'seeds'
    ? `on ${plural(validation.parts, 'seed')} that the search did not see`
    : `on the later 40\u00a0% of the recording, in ${plural(validation.parts, 'block')}, after a search in the first 60\u00a0%`;
}

/** The part of a gain that unseen requests must keep: less is over-fitting. */
const CONFIRMED = 0.8;

/** Whether the gain that the search saw is there on unseen requests as well. */
export function overfittingFinding(document: TuneDocument): string {
  const { objective, searchGain } = document;
  const gain = gainOver(document, 'default')!;
  const seen = gainSize(objective, searchGain);
  const kept = signed(objective, gain.mean);
  if (searchGain <= 0) return 'The search found nothing better than the default even where it looked';
  if (gain.high >= searchGain || gain.mean >= CONFIRMED * searchGain)
    return `Unseen requests confirm it: a gain of ${kept}, where the search saw ${seen}`;
  return `The search promised a gain of ${seen}, of which unseen requests keep ${kept}: the rest was fitted to the requests that it saw`;
}

function signed(objective: TuneDocument['objective'], gain: number): string {
  return `${gain < 0 ? '\u2212' : ''}${gainSize(objective, gain)}`;
}

/** How the tuned cache stands to the best one of a single policy. */
export function singleFinding(document: TuneDocument): string | null {
  const gain = gainOver(document, 'single policy');
  const row = rowOf(document, 'single policy');
  if (!gain || !row) return null;
  const { objective } = document;
  const policy = row.configuration.levels[0]!.policy;
  const best = `the best cache of one policy (${policy} in ${row.configuration.levels.length === 1 ? 'its level' : `all ${row.configuration.levels.length} levels`})`;
  if (gain.verdict === 'no real difference') return `There is no real difference to ${best}`;
  return `${capitalised(objectiveNouns[objective])} is ${gainSize(objective, gain.mean)} ${direction(objective, gain.mean)} than with ${best}`;
}

/** What the gain is paid with, where fewer requests are answered; null where that is not so. */
export function paidWith(document: TuneDocument): string | null {
  const { objective, chosen, validation } = document;
  const [tuned, usual] = (['tuned', 'default'] as const).map(
    name => rowOf(document, name)!.metrics.fetchesPerRequest.mean,
  );
  if (chosen === 'default' || objective === 'originFetches' || tuned! <= MORE * usual!) return null;
  const say = (value: number) => fetches(value, validation.requests);
  return `It is paid with more fetches from the origin: for ${say(tuned!)} of the requests, with the default ${say(usual!)}`;
}

/** Fetches beyond so many times the default's are worth a word. */
const MORE = 1.02;

function capitalised(text: string): string {
  return `${text[0]!.toUpperCase()}${text.slice(1)}`;
}

/** What was searched how, in a sentence. */
export function searchSubject({ search, evaluations, workload, seed, budget }: TuneDocument): string {
  const parts = search.looks.map(look => {
    const what =
      look.kind === 'whole'
        ? 'all requests'
        : `${look.kind === 'prefix' ? 'the first' : 'a sample of'} ${Math.round(100 * look.share)}\u00a0%${look.kind === 'prefix' ? '' : ' of the keys'}`;
    return `${look.evaluations} on ${what}`;
  });
  const stopped = search.stopped ? ', when the time was up' : '';
  return `${plural(evaluations.length, 'evaluation')}${stopped} (${parts.join(', ')}) of ${plural(search.requests, 'request')} for ${plural(workload.keys, 'key')}, seed ${seed}, within ${budgetText(budget)}.`;
}

/** `1,600 entries and what the default costs`. */
function budgetText({ unit, capacity: room, cost }: TuneDocument['budget']): string {
  if (room === null) return `a cost of ${Number(cost!.toPrecision(4)).toLocaleString('en-US')} a month`;
  const bound = cost === null ? 'no more fast room than the default has' : 'what the default costs';
  return `${capacityWithUnit(room, unit)} and ${bound}`;
}

/** What was chosen, in words. */
export function chosenText(document: TuneDocument): string {
  const { residency, inclusion, promotion, placement, demotion, levels, partitionLevels, prediction } = document.config;
  const admission = [...new Set(levels.map(level => level.admission))].filter(each => each !== 'always');
  const policies = residency === 'per-level' ? `per level: ${levels.map(level => level.policy).join(', ')}` : residency;
  const moves = levels.length > 1 ? [`placement ${placement}`, `promotion ${promotion}`, `demotion ${demotion}`] : [];
  const rest = [
    ...(inclusion === 'exclusive' ? [] : [`inclusion ${inclusion}`]),
    ...(partitionLevels.length === 0
      ? []
      : [`partitions ${levelSizes({ ...document.config, levels: partitionLevels })}`]),
    ...(admission.length > 0 ? [`admission ${admission.join(', ')}`] : []),
    ...(prediction === 'none' ? [] : [`prediction ${prediction}`]),
  ];
  return [levelSizes(document.config), policies, ...moves, ...rest].join('; ');
}

/** What memory is worth: the least of it that is as good as the default with all. */
export function frontFinding(document: TuneDocument): string {
  const { evaluations, front, objective, budget } = document;
  const last = document.search.looks.length - 1;
  const usual = evaluations.find(each => each.stage === 'default' && each.look === last)!;
  const enough = front.map(number => evaluations[number - 1]!).find(each => each.loss <= 1);
  const say = (value: number) =>
    budget.cost !== null ? `a cost of ${Number(value.toPrecision(3))}` : capacityWithUnit(value, budget.unit);
  const memory = budget.cost !== null ? 'cost' : 'capacity';
  if (!enough || enough[memory] >= usual[memory])
    return `No configuration that was tried does with less memory than the default what the default does`;
  return `${say(enough[memory])} are enough for the default's ${objectiveNouns[objective]}, which takes ${budget.cost !== null ? Number(usual.cost.toPrecision(3)) : capacity(usual.capacity, budget.unit)} itself`;
}

/** Growth that is worth a word; less would be told as 0 %. */
const FELT = 0.005;

/** Which axis matters most around what was found. */
export function sensitivityFinding({ sensitivity, objective }: TuneDocument): string {
  const [first, second] = sensitivity.map(({ axis, values }) => ({ axis, worst: values.at(-1)! }));
  if (!first) return 'Nothing around the best was tried';
  const noun = objectiveNouns[objective] === 'hit ratio' ? 'misses' : objectiveNouns[objective];
  if (first.worst.loss < 1 + FELT)
    return `Around the best nothing matters: no single change makes ${noun} 1\u00a0% worse`;
  const grows = (loss: number) => `${Math.round(100 * (loss - 1))}\u00a0%`;
  const text = `Most depends on ${first.axis}: with ${coordinateText(first.worst.value)} in place of the best, ${noun} ${noun === 'misses' ? 'grow' : 'grows'} by ${grows(first.worst.loss)}`;
  return second ? `${text}; then on ${second.axis}` : text;
}

/** How few of those that were drawn are near the best. */
export function evaluatedFinding({ evaluations, search, best }: TuneDocument): string {
  const last = search.looks.length - 1;
  const dear = evaluations.filter(each => each.look === last);
  const least = evaluations[best.evaluation - 1]!.loss;
  const near = dear.filter(each => each.loss <= 1.01 * least).length;
  const better = dear.filter(each => each.loss < 1).length;
  return `Of ${plural(dear.length, 'configuration')} looked at with all requests, ${better} beat the default and ${near} are within 1\u00a0% of the best`;
}
