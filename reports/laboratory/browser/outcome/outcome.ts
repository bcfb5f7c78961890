import type { Options } from '../../../../engine/configuration/types.ts';
import { besideFinding } from '../../../words/beside-finding.ts';
import { count, milliseconds } from '../../../words/numbers.ts';
import type { Tried } from '../../protocol.ts';
import type { ReplayedSettings } from '../../what-if-data.ts';
import { element } from '../element.ts';
import { Commands } from './commands.ts';
import { figures } from './figures.ts';
import { Pictures } from './pictures.ts';
import { placesTable } from './places-table.ts';

/** What is written beside the numbers of a cache. */
export interface OutcomeWords {
  /** Of the cache to compare with. */
  readonly before: string;
  readonly replayed: ReplayedSettings;
  /** By the names that stand for them in specs, paths of files with samples. */
  readonly paths: Readonly<Record<string, string>>;
}

/** How a cache does beside another one: in a sentence, in numbers and in pictures. */
export class Outcome {
  readonly element: HTMLElement;
  private readonly finding = element('p', { class: 'finding', role: 'status' });
  private readonly problem = element('p', { class: 'alarm', role: 'alert', hidden: true });
  private readonly numbers = element('div', { class: 'standing' });
  private readonly table = element('div');
  private readonly pictures = new Pictures();
  private readonly commands = new Commands();
  private readonly speed = element('p', { class: 'hint' });

  constructor() {
    this.element = element(
      'div',
      { class: 'outcome' },
      this.numbers,
      this.problem,
      this.finding,
      this.pictures.element,
      this.table,
      this.commands.element,
      this.speed,
    );
  }

  show(before: Tried, after: Tried, words: OutcomeWords): void {
    this.problem.hidden = true;
    this.element.removeAttribute('data-stale');
    this.finding.textContent =
      JSON.stringify(before.options) === JSON.stringify(after.options)
        ? 'Move a slider or choose another rule: the numbers follow.'
        : besideFinding(before.trial, after.trial);
    this.numbers.replaceChildren(figures(before.trial, after.trial, words.before));
    this.table.replaceChildren(placesTable(before.trial, after.trial, words.before));
    this.pictures.show({ before: { ...before.trial, label: words.before }, after: { ...after.trial, label: 'now' } });
    this.commands.show({ ...words.replayed, ...withPaths(after.options, words.paths) }, after.trial.configuration);
    const { totals, replayMs } = after.trial;
    this.speed.textContent = `${count(totals.operations)} operations replayed in ${milliseconds(replayMs)}.`;
  }

  /** Says why there is no other outcome; the last one stays, and is marked as such. */
  complain(problem: string): void {
    this.problem.textContent = problem;
    this.problem.hidden = false;
    this.element.dataset.stale = '';
  }
}

/** Options in whose specs files stand by their paths, as a command must name them. */
function withPaths(options: Options, paths: OutcomeWords['paths']): Options {
  const named = (text: string) =>
    Object.entries(paths).reduce((all, [name, path]) => all.replaceAll(`file=${name}`, () => `file=${path}`), text);
  return Object.fromEntries(Object.entries(options).map(([name, text]) => [name, named(text)]));
}
