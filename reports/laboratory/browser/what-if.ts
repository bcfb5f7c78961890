import type { Totals } from '../../../engine/documents/sim.ts';
import { inflate } from '../../page/browser/inflate.ts';
import { count } from '../../words/numbers.ts';
import type { Source, Tried } from '../protocol.ts';
import type { CarriedRequests, WhatIfData } from '../what-if-data.ts';
import { CacheBench } from './cache-bench.ts';
import { element } from './element.ts';
import { canRun, EngineThread } from './engine-thread.ts';
import { presetOptions } from './preset-options.ts';

const PLACE = '#what-if';
/** The report's own cache, among the designs to start from. */
const REPORT = 'the report';

/** Shows the laboratory of a report, whose engine is started when the reader comes near it. */
export function enableWhatIf(data: WhatIfData, reported: Totals): void {
  if (!canRun()) return;
  const section = document.querySelector<HTMLElement>(PLACE)!;
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

async function open(place: HTMLElement, data: WhatIfData, reported: Totals): Promise<void> {
  const engine = await EngineThread.start(document.getElementById('engine')!.textContent!);
  const { seed, warmup, options, replayed, paths } = data;
  const prepared = await engine.ask('prepare', { source: await sourceOf(data.requests), seed, warmup });
  const before = await engine.ask('try', options);
  const { presets } = await engine.ask('menus', before.trial.configuration.unit);
  const bench = new CacheBench({
    engine,
    place: PLACE,
    designs: [REPORT, ...presets.map(each => each.name)],
    designOptions: (name, draft) => (name === REPORT ? options : presetOptions(name, draft)),
    compare: async () => ({ before, words: { before: 'report', replayed, paths } }),
  });
  place.replaceChildren(captionOf(data, prepared.gets, before, reported), bench.element);
  await bench.lay(async () => prepared, options);
}

async function sourceOf(carried: CarriedRequests): Promise<Source> {
  if (carried.kind === 'synthetic') return carried;
  const { packed, text, facts } = carried;
  return { kind: 'excerpt', packed: { ...packed, bytesPacked: await inflate(text) }, facts };
}

/** What is replayed, and that it is counted as the report counts. */
function captionOf({ gets, warmup }: WhatIfData, replayed: number, before: Tried, reported: Totals): HTMLElement {
  const cold = warmup > 0 ? `, of which the first ${count(warmup)} warm up` : '';
  const part = `the first ${count(replayed)} of ${count(gets)} requests, which are as many as this page carries${cold}; the command replays all of them`;
  const what = replayed === gets ? `the same ${count(gets)} requests${cold}` : part;
  return element(
    'p',
    { class: 'caption' },
    `The engine that made this report runs in this page, on ${what}. ${proof(before, replayed < gets ? null : reported)}`,
  );
}

/** @param reported null where the report counted more requests */
function proof({ trial }: Tried, reported: Totals | null): string {
  const here = `With the report's cache ${count(trial.totals.hits)} of them are hits`;
  if (!reported) return `${here}.`;
  if (trial.totals.hits === reported.hits) return `${here}, here as there.`;
  return `${here} here and ${count(reported.hits)} in the report: this browser computes otherwise.`;
}
