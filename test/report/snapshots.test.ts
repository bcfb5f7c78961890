import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import type { SimDocument } from '../../engine/documents/sim.ts';
import { type Drawings, drawingsOf } from '../../reports/charts/drawings.ts';
import { colourDeclarations } from '../../reports/charts/palette.ts';
import { sampleAblate } from './sample-ablate.ts';
import { sampleCompare } from './sample-compare.ts';
import { sampleEstimates, sampleMrc, sampleTypes } from './sample-mrc.ts';
import { samplePerLevel } from './sample-per-level.ts';
import { sampleSim } from './sample-sim.ts';
import { sampleTune } from './sample-tune.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** What the page gives a chart, so that the picture can be looked at by itself. */
const STYLE = `svg{background:#fff;color:#1c2024;font:13px system-ui,sans-serif;--paper:#fff;--ink:#1c2024;--muted:#5b6470;--rule:#d9dce1;--grid:#eceef1;--wash:#f5f6f8;${colourDeclarations(3, 'light')}}
.strong{font-weight:600}.muted,.move path,.move rect{fill:var(--muted)}.guide{stroke:var(--rule)}
.ink-soft{fill:var(--ink);fill-opacity:.75}.flow-way{fill-opacity:.2}.flow-passing{fill-opacity:.45}`;

function onlyOf(drawings: Drawings, prefix: string): Drawings {
  return new Map([...drawings].filter(([name]) => name.startsWith(prefix)));
}

function withWaiting(sample: SimDocument): SimDocument {
  const waiting = { staleHits: 400, staleAnswers: 900, delayedHits: 2_300 };
  return { ...sample, totals: { ...sample.totals, ...waiting } };
}

/** Twelve conditions of five variants, each better than the others somewhere. */
function conditions() {
  const ratio = (c: number, v: number) => 0.5 + 0.03 * v * Math.cos(c) - 0.02 * c;
  const variants = ['exclusive-lru', 'tierlab', '10/30/60', 'thirds', 'L3 alone'];
  return Object.fromEntries(
    Array.from({ length: 12 }, (_, c) => [
      `${['zipf:alpha=0.9', 'shifting-hotspot', 'scan'][c % 3]} ${[1, 2, 5, 10][Math.floor(c / 3)]}%`,
      Object.fromEntries(variants.map((name, v) => [name, ratio(c, v)])),
    ]),
  );
}

const pictures: readonly (readonly [of: string, drawings: Drawings])[] = [
  ['sim', drawingsOf(sampleSim({ partitions: true, prediction: true, windows: 40 }))],
  ['sim-waiting', onlyOf(drawingsOf(withWaiting(sampleSim())), 'waiting')],
  ['compare', drawingsOf(sampleCompare())],
  ['experiment', onlyOf(drawingsOf(sampleCompare({ ratios: conditions() })), 'heat-')],
  ['tune', drawingsOf(await sampleTune())],
  ['ablate', drawingsOf(sampleAblate())],
  ['mrc', drawingsOf(sampleMrc())],
  ['mrc-estimated', drawingsOf(sampleEstimates())],
  ['mrc-types', drawingsOf(sampleTypes())],
  ['mrc-per-level', drawingsOf(samplePerLevel())],
  ['mrc-one-size', drawingsOf(sampleMrc(['lru', 'sieve', 'opt'], [500]))],
];

describe.each(pictures)('of %s', (of, drawings) => {
  // Whoever changes a chart looks at its picture before it is taken over (vitest -u).
  test.each([...drawings.keys()])('the picture %s is the one that was looked at', async name => {
    const svg = drawings.get(name)!({ document, width: 720, tips: false });
    const style = document.createElement('style');
    style.textContent = STYLE;
    svg.prepend(style);
    svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    await expect(`${svg.outerHTML.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(`snapshots/${of}-${name}.svg`);
  });
});
