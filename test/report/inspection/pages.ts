import { expect } from 'vitest';
import { renderAblateReport } from '../../../reports/page/ablate.ts';
import { renderCompareReport } from '../../../reports/page/compare.ts';
import { chartIn, renderGallery } from '../../../reports/page/gallery.ts';
import { renderMrcReport } from '../../../reports/page/mrc.ts';
import { renderMrcPerLevelReport } from '../../../reports/page/mrc-per-level.ts';
import { renderSimReport } from '../../../reports/page/sim.ts';
import { renderTuneReport } from '../../../reports/page/tune.ts';
import { kinds } from '../../../scripts/report/kinds.ts';
import { inThisProcess } from '../../cli/tierlab.ts';
import { sampleAblate } from '../sample-ablate.ts';
import { sampleCompare } from '../sample-compare.ts';
import { sampleEstimates, sampleMrc, sampleTypes } from '../sample-mrc.ts';
import { samplePerLevel } from '../sample-per-level.ts';
import { sampleSim } from '../sample-sim.ts';
import { sampleTune } from '../sample-tune.ts';

/** A page that is inspected: always, in one scheme of colours and at one width, or only where everything is. */
export interface InspectedPage {
  readonly name: string;
  readonly always?: { readonly scheme: 'light' | 'dark'; readonly width: number };
  render(): Promise<string>;
}

/** Every kind of report, as it usually is and with as little in it as there can be. */
export const pages: readonly InspectedPage[] = [
  {
    name: 'a simulation',
    always: { scheme: 'dark', width: 390 },
    render: () => renderSimReport(sampleSim({ partitions: true, prediction: true })),
  },
  {
    name: 'miss-ratio curves',
    always: { scheme: 'light', width: 1280 },
    render: () => renderMrcReport(sampleMrc()),
  },
  { name: 'a comparison', render: () => renderCompareReport(sampleCompare()) },
  {
    name: 'an experiment of nine conditions',
    render: () => renderCompareReport(sampleCompare({ ratios: nineConditions() }), 'condition'),
  },
  {
    name: 'somebody who waited and somebody who got old data',
    render: () => {
      const sample = sampleSim();
      const waiting = { staleHits: 400, staleAnswers: 900, delayedHits: 2_300, doubledFetches: 10 };
      return renderSimReport({ ...sample, totals: { ...sample.totals, ...waiting } });
    },
  },
  { name: 'an ablation', render: () => renderAblateReport(sampleAblate()) },
  ran('a small cache, step by step', 'explain -w zipf:keys=30 -n 60 --policy s3-fifo'),
  ran('where misses come from', 'sim -w shifting-hotspot -n 20k --explain'),
  { name: 'a simulation without partitions', render: () => renderSimReport(sampleSim()) },
  { name: 'eight levels', render: () => renderSimReport(sampleSim({ levels: 8 })) },
  { name: 'one level', render: () => renderSimReport(sampleSim({ levels: 1 })) },
  { name: 'no hit', render: () => renderSimReport(sampleSim({ hits: 'none' })) },
  { name: 'no miss', render: () => renderSimReport(sampleSim({ hits: 'all' })) },
  { name: 'one window', render: () => renderSimReport(sampleSim({ windows: 1 })) },
  { name: 'no latency', render: () => renderSimReport(sampleSim({ latency: false })) },
  {
    name: 'a simulation with nothing beside its counts',
    render: () => renderSimReport(sampleSim({ suggestions: false, curve: false, moves: false, phases: false })),
  },
  { name: 'estimated curves', render: () => renderMrcReport(sampleEstimates()) },
  { name: 'curves by data type', render: () => renderMrcReport(sampleTypes()) },
  {
    name: 'sizes of levels',
    always: { scheme: 'light', width: 390 },
    render: () => renderMrcPerLevelReport(samplePerLevel()),
  },
  ran('sizes of eight levels', 'mrc --per-level -n 2k --levels L1=5,L2=5,L3=5,L4=5,L5=9,L6=9,L7=9,L8=9'),
  ran('sizes of one level for one key', 'mrc --per-level -w uniform:keys=1 -n 500 --preset flat'),
  ran('sizes of partitions', 'mrc --per-level -w ml-pipeline -n 5k --partitions quota'),
  ran('sizes in bytes', 'mrc --per-level -w ml-pipeline -n 5k --levels L1=64KiB,L2=1MiB'),
  { name: 'curves at one size', render: () => renderMrcReport(sampleMrc(['lru', 'sieve', 'opt'], [500])) },
  {
    name: 'a tuning',
    always: { scheme: 'light', width: 390 },
    render: async () => renderTuneReport(await sampleTune({ evaluations: 200 })),
  },
  { name: 'a tuning without time', render: async () => renderTuneReport(await sampleTune({ rounds: 0 })) },
  {
    name: 'a tuning of a recording by cost',
    render: async () =>
      renderTuneReport(
        await sampleTune({ unseen: 'later part', objective: 'cost', budget: { prices: [4, 2, 1], fetchPrice: 4 } }),
      ),
  },
  {
    name: 'the gallery',
    render: async () => {
      const picture = chartIn(await renderMrcReport(sampleMrc()), 'miss-ratios');
      const room = { what: 'What one sees.', command: 'npx tierlab mrc', href: 'mrc.html', picture };
      return renderGallery([
        { ...room, title: 'Miss-ratio curves' },
        { ...room, title: 'Without a picture', picture: null },
      ]);
    },
  },
  ran('a small cache', 'explain --policy s3-fifo -n 60', { scheme: 'dark', width: 390 }),
  ran('a small hierarchy', 'explain --levels L1=2,L2=4'),
  ran('misses and their causes', 'sim -w ml-pipeline -n 10k --explain', { scheme: 'light', width: 1280 }),
  ran('one request', 'sim -w zipf -n 1'),
  ran('one key', 'sim -w uniform:keys=1 -n 500'),
  ran('one key for mrc', 'mrc -w uniform:keys=1 -n 500'),
  ran('keys that never come back', 'sim -w loop:keys=2000 -n 2000'),
  ran('one level without lifetimes', 'sim -w zipf:keys=1000 -n 5k --levels L1=50/-/lru'),
  ran('sessions and prediction', 'sim -w markov-sessions -n 20k --prediction markov --latency origin=fixed:ms=20'),
  { name: 'one curve', render: () => renderMrcReport(sampleMrc(['lru'])) },
];

function nineConditions() {
  const ratios = (c: number) => ({ lru: 0.5 + 0.02 * c, arc: 0.55, 'a variant with a long name': 0.6 - 0.01 * c });
  return Object.fromEntries(Array.from({ length: 9 }, (_, c) => [`${c + 1}% zipf:alpha=0.9`, ratios(c)]));
}

/** The page of a result that the command line makes, as it is drawn from its document. */
function ran(name: string, command: string, always?: InspectedPage['always']): InspectedPage {
  return {
    name: `${name} (${command})`,
    ...(always && { always }),
    async render() {
      const { stdout, stderr } = await inThisProcess([...command.split(' '), '--json', '--no-report']);
      expect(stderr).toBe('');
      const document = JSON.parse(stdout) as { readonly schema: string };
      const { render } = await kinds[document.schema]!();
      return render(document);
    },
  };
}
