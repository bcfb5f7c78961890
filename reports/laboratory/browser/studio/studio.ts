import type { Options } from '../../../../engine/configuration/types.ts';
import type { Tried } from '../../protocol.ts';
import type { Experiment, StudioData } from '../../studio-data.ts';
import { CacheBench } from '../cache-bench.ts';
import { choiceField } from '../controls/field.ts';
import { element } from '../element.ts';
import { EngineThread } from '../engine-thread.ts';
import { presetOptions } from '../preset-options.ts';
import { benchOf, replayedOf } from './ask-of.ts';
import { Experiments } from './experiments.ts';
import { Shelf } from './shelf.ts';
import { taken } from './taken.ts';
import { workloadControls } from './workload-controls.ts';
import { FIRST_WORKLOAD, type WorkloadDraft } from './workload-draft.ts';

const FLAT = 'flat LRU of the same capacity';
const KEPT = 'the cache as it is now';

/** Builds the studio: a workload, a cache, what comes of them, and experiments that are kept. */
export async function openStudio(place: HTMLElement, data: StudioData): Promise<void> {
  const engine = await EngineThread.start(document.getElementById('engine')!.textContent!);
  const menus = await engine.ask('menus', 'entries');
  let workload = FIRST_WORKLOAD;
  let others: Experiment = {};
  let kept: Tried | null = null;

  const bench = new CacheBench({
    engine,
    place: '#studio',
    designs: menus.presets.map(each => each.name),
    designOptions: presetOptions,
    compare: async after => ({
      before: kept ?? (await engine.ask('try', presetOptions('flat', after.draft))),
      words: { before: kept ? 'kept' : 'flat LRU', replayed: replayedOf(workload), paths: {} },
    }),
  });
  const against = choiceField('Compare with', [FLAT, KEPT], FLAT, async choice => {
    kept = choice === KEPT ? await bench.settled() : null;
    await bench.compareAgain();
  });
  const lay = (draft: WorkloadDraft, options?: Options) =>
    bench.lay(() => {
      workload = draft;
      // What was kept was tried on other requests.
      kept = null;
      against.querySelector('select')!.value = FLAT;
      return engine.ask('prepare', benchOf(draft));
    }, options);
  const form = element('div');
  const showWorkload = () => form.replaceChildren(workloadControls(workload, menus, draft => void lay(draft)));
  const shelf = new Shelf({
    experiments: new Experiments(data),
    current: async () => ({ ...others, ...replayedOf(workload), ...(await bench.settled())?.options }),
    opened: async experiment => {
      const { draft, cache, rest } = taken(experiment);
      others = rest;
      await lay(draft, cache);
      showWorkload();
    },
  });
  showWorkload();
  bench.controlSide.prepend(shelf.element, form, against);
  place.replaceChildren(bench.element);
  await Promise.all([shelf.list(), lay(FIRST_WORKLOAD)]);
}
