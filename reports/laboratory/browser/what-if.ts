import { type Draft, optionsOf } from '../../../engine/configuration/draft.ts';
import type { Options } from '../../../engine/configuration/types.ts';
import type { Totals } from '../../../engine/documents/sim.ts';
import { InputError } from '../../../spec/input-error.ts';
import { count } from '../../words/numbers.ts';
import type { Source, Tried } from '../protocol.ts';
import type { CarriedRequests, WhatIfData } from '../what-if-data.ts';
import { CacheControls } from './controls/cache-controls.ts';
import { choiceField } from './controls/field.ts';
import { element } from './element.ts';
import { EngineThread } from './engine-thread.ts';
import { canRun, inflate } from './inflate.ts';
import { latest } from './latest.ts';
import { Outcome } from './outcome/outcome.ts';
import { Ramp } from './outcome/ramp.ts';
import { presetOptions } from './preset-options.ts';

const PLACE = '#what-if';

/** Shows the laboratory of a report, whose engine is started when the reader comes near it. */
export function enableWhatIf(data: WhatIfData, reported: Totals): void {
  const section = document.querySelector<HTMLElement>(PLACE)!;
  if (!canRun()) return;
  section.hidden = false;
  const bench = section.querySelector<HTMLElement>('.bench')!;
  bench.append(element('p', { class: 'caption' }, 'The engine starts when you come here.'));
  const observer = new IntersectionObserver(
    entries => {
      if (!entries.some(entry => entry.isIntersecting)) return;
      observer.disconnect();
      open(bench, data, reported).catch(error => {
        bench.replaceChildren(element('p', { class: 'alarm', role: 'alert' }, `The engine did not start: ${error}`));
      });
    },
    { rootMargin: '600px' },
  );
  observer.observe(section);
}

async function open(bench: HTMLElement, data: WhatIfData, reported: Totals): Promise<void> {
  const engine = await EngineThread.start(document.getElementById('engine')!.textContent!);
  const { seed, warmup } = data;
  const prepared = await engine.ask('prepare', { source: await sourceOf(data.requests), seed, warmup });
  const before = await engine.ask('try', data.options);
  const { unit } = before.trial.configuration;
  const menus = await engine.ask('menus', unit);
  const whole = unit === 'bytes' ? prepared.bytes! : prepared.keys;
  const largest = Math.max(...before.trial.configuration.levels.map(level => level.capacity));

  const ramp = new Ramp(PLACE);
  const outcome = new Outcome();
  const show = (after: Tried) => {
    ramp.show(after.trial.configuration.levels.length);
    outcome.show(before, after, { before: 'report', replayed: data.replayed });
  };
  const attempt = async (options: Options): Promise<Tried | null> => {
    try {
      const tried = await engine.ask('try', options);
      show(tried);
      return tried;
    } catch (error) {
      outcome.complain(error instanceof InputError ? error.message : `The engine failed: ${error}`);
      return null;
    }
  };
  let current: Draft = before.draft;
  const tryDraft = latest<Draft>(async draft => void (await attempt(optionsOf(draft))));
  const controls = new CacheControls(before.draft, { menus, most: Math.max(whole, 2 * largest), unit }, draft => {
    current = draft;
    tryDraft(draft);
  });
  const startFrom = async (name: string) => {
    const tried = await attempt(name === REPORT ? data.options : presetOptions(name, current));
    if (!tried) return;
    current = tried.draft;
    controls.show(current);
  };
  const presets = [REPORT, ...menus.presets.map(each => each.name)];
  const start = choiceField('Start from', presets, REPORT, name => void startFrom(name));
  show(before);
  bench.replaceChildren(
    ramp.element,
    captionOf(data, prepared.gets, before, reported),
    element('div', { class: 'two-sides' }, element('div', {}, start, controls.element), outcome.element),
  );
}

const REPORT = 'the report';

async function sourceOf(carried: CarriedRequests): Promise<Source> {
  if (carried.kind === 'synthetic') return carried;
  const { packed, text, facts } = carried;
  return { kind: 'excerpt', packed: { ...packed, bytesPacked: await inflate(text) }, facts };
}

/** What is replayed, and that it is counted as the report counts. */
function captionOf({ gets, warmup }: WhatIfData, replayed: number, before: Tried, reported: Totals): HTMLElement {
  const cold = warmup > 0 ? `, of which the first ${count(warmup)} warm up` : '';
  const what =
    replayed === gets
      ? `the same ${count(gets)} requests${cold}`
      : `the first ${count(replayed)} of ${count(gets)} requests, which are as many as this page carries${cold}; the command replays all of them`;
  const same = before.trial.totals.hits === reported.hits;
  const proof =
    replayed < gets
      ? `With the report's cache ${count(before.trial.totals.hits)} of them are hits.`
      : same
        ? `With the report's cache ${count(reported.hits)} of them are hits, here as there.`
        : `With the report's cache ${count(before.trial.totals.hits)} of them are hits here and ${count(reported.hits)} in the report: this browser computes otherwise.`;
  return element('p', { class: 'caption' }, `The engine that made this report runs in this page, on ${what}. ${proof}`);
}
