import type { AblateDocument, AblationStep } from '../../engine/documents/ablate.ts';
import { moreIsBetter } from '../../engine/documents/compare.ts';
import { movingSteps, precisionOf, sayChange } from './ablation.ts';
import { capitalized, enumerate } from './enumeration.ts';
import { plural } from './numbers.ts';

/** Which of the choices are for the better, which for the worse, and how many do nothing. */
export function stepsFinding(document: AblateDocument): string {
  const precision = precisionOf(document);
  const moving = movingSteps(document).filter(each => !sayChange(each.mean, document, precision).startsWith('±'));
  const better = ({ amount }: AblationStep) => amount > 0 === moreIsBetter(document.metric);
  const names = (steps: readonly AblationStep[]) => enumerate(steps.map(each => each.axis));
  const [helpful, harmful] = [moving.filter(better), moving.filter(each => !better(each))];
  const idle = document.steps.length - moving.length;
  const parts = [
    helpful.length > 0 ? `for the better: ${names(helpful)}` : 'nothing for the better',
    harmful.length > 0 ? `for the worse: ${names(harmful)}` : 'nothing for the worse',
    ...(idle > 0 ? [`without effect: ${plural(idle, 'choice')}`] : []),
  ];
  const text = moving.length > 0 ? parts.join('; ') : 'none of the choices changes anything here';
  return capitalized(text);
}

/** The choice whose effect depends most on when it is made. */
export function effectsFinding(document: AblateDocument): string {
  const precision = precisionOf(document);
  const say = (change: number) => sayChange(change, document, precision);
  const gap = ({ first, last }: AblationStep) => Math.abs(last - first);
  const widest = document.steps.reduce((a, b) => (gap(b) > gap(a) ? b : a));
  if (say(widest.last - widest.first).startsWith('±')) return 'The order in which the choices are made does not matter';
  return `The order matters most for ${widest.axis}: ${say(widest.first)} as the first choice, ${say(widest.last)} as the last`;
}
