import { type BrushBehavior, brushX, type D3BrushEvent, type Selection, select } from 'd3';
import type { SimDocument } from '../../../engine/documents/sim.ts';
import { type ChartName, type Drawings, drawingsOf } from '../../charts/drawings.ts';
import { stretchOfRun, type WindowRange } from '../../charts/stretch-of-run.ts';
import { type Window, windowsOf } from '../../charts/windows.ts';
import { rangeAfterKey, rangeOver } from './range-keys.ts';
import { showStretch, stretchTitle } from './stretch-readout.ts';

const OVER_TIME = ['over-time', 'latency-over-time', 'residency'] as const;

interface Attached {
  readonly brush: BrushBehavior<unknown>;
  readonly layer: Selection<SVGGElement, unknown, null, undefined>;
  /** From requests to pixels and back. */
  readonly pixel: (request: number) => number;
  readonly request: (pixel: number) => number;
}

/** One stretch of the run, chosen on any chart over time by dragging or by keys: all of them show it alone, and what happened in it is read out. */
export class TimeSelection {
  private readonly result: SimDocument;
  private readonly windows: readonly Window[];
  private readonly readout: HTMLElement;
  private readonly redraw: (drawings: Drawings) => void;
  private readonly whole: Drawings;
  private readonly charts = new Map<ChartName, Attached>();
  private readonly waysBack = [...document.querySelectorAll<HTMLElement>('.whole-run')];
  private range: WindowRange | null = null;
  /** Whether the charts show the range and nothing else. */
  private zoomed = false;

  constructor(result: SimDocument, place: HTMLElement, redraw: (drawings: Drawings) => void) {
    this.result = result;
    this.windows = windowsOf(result);
    this.redraw = redraw;
    this.whole = onlyOverTime(drawingsOf(result));
    this.readout = place.querySelector<HTMLElement>('.readout')!;
    for (const element of place.querySelectorAll<HTMLElement>('.hint, .readout')) element.hidden = false;
    for (const name of OVER_TIME)
      for (const drawing of document.querySelectorAll<HTMLElement>(`[data-chart="${name}"]`)) this.listen(drawing);
    for (const wayBack of this.waysBack)
      wayBack.querySelector('button')!.addEventListener('click', () => this.choose(null, false));
    this.tell();
  }

  /** Lays a brush over a chart over time that was just drawn; other charts are none of its business. */
  drawn(name: ChartName, svg: SVGSVGElement): void {
    if (!this.whole.has(name)) return;
    // Charts are drawn by Plot, whose figures know their scales.
    const figure = svg as SVGSVGElement & { scale(name: 'x' | 'y'): Scale };
    const scale = figure.scale('x');
    const [left, right] = scale.range;
    const [bottom, top] = figure.scale('y').range;
    const brush = brushX<unknown>()
      .extent([
        [left, top],
        [right, bottom],
      ])
      .on('brush end', (event: D3BrushEvent<unknown>) => this.brushed(event, name));
    const layer = select(svg).append('g').attr('class', 'brush');
    layer.call(brush);
    // Plot would pin its tip where a drag begins; here it makes way.
    layer.on('pointerdown', (event: PointerEvent) => {
      event.stopPropagation();
      svg.dispatchEvent(new PointerEvent('pointerleave'));
    });
    layer.on('dblclick', () => this.choose(null, false));
    this.charts.set(name, { brush, layer, pixel: x => scale.apply(x), request: x => scale.invert(x) });
    this.show();
  }

  private brushed({ sourceEvent, selection, type }: D3BrushEvent<unknown>, name: ChartName): void {
    // Without a source the brush was moved by show().
    if (!sourceEvent) return;
    // A brush along one axis selects a pair of numbers; a click selects nothing and leaves all as it is.
    const pixels = selection as readonly [number, number] | null;
    if (!pixels) {
      this.show();
      return;
    }
    const { request } = this.charts.get(name)!;
    // Half a pixel inwards: an end that stands on the border of two windows belongs to the inner one.
    const range = rangeOver(
      this.windowAt(request(pixels[0] + 0.5)),
      this.windowAt(request(pixels[1] - 0.5)),
      this.last,
    );
    if (type === 'end') this.choose(range, true);
    // While dragging, only the readout follows.
    else showStretch(this.readout, this.result, this.windows, range);
  }

  private get last(): number {
    return this.windows.length - 1;
  }

  private windowAt(request: number): number {
    const after = this.windows.findIndex(window => window.to > request);
    return after < 0 ? this.last : after;
  }

  private choose(range: WindowRange | null, zoomed: boolean): void {
    const redrawn = zoomed || this.zoomed;
    this.range = range;
    this.zoomed = zoomed && range !== null;
    // Drawing a chart shows the brush on it; where a stretch leaves nothing to draw, the whole run stays.
    if (redrawn) {
      const stretch = this.zoomed ? onlyOverTime(drawingsOf(stretchOfRun(this.result, range!))) : [];
      this.redraw(new Map([...this.whole, ...stretch]));
    } else this.show();
    this.tell();
  }

  /** The brush on every chart: where it shows more than the range. */
  private show(): void {
    const marked = this.zoomed ? null : this.range;
    for (const { brush, layer, pixel } of this.charts.values())
      layer.call(brush.move, marked && [pixel(this.windows[marked[0]]!.from), pixel(this.windows[marked[1]]!.to)]);
  }

  private tell(): void {
    showStretch(this.readout, this.result, this.windows, this.range);
    for (const wayBack of this.waysBack) {
      wayBack.hidden = !this.zoomed;
      if (this.range) wayBack.querySelector('span')!.textContent = stretchTitle(this.windows, this.range);
    }
  }

  private listen(drawing: HTMLElement): void {
    drawing.tabIndex = 0;
    drawing.setAttribute('role', 'group');
    drawing.setAttribute('aria-label', 'Chart over time: arrow keys select a stretch of the run, Enter shows it alone');
    drawing.addEventListener('keydown', event => {
      const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
      if (ctrlKey || metaKey || altKey) return;
      if (key === 'Escape') this.choose(null, false);
      else if (key === 'Enter') this.choose(this.range, !this.zoomed);
      else {
        const range = rangeAfterKey(this.range, { key, shiftKey }, this.last);
        if (range === undefined) return;
        this.choose(range, this.zoomed);
      }
      event.preventDefault();
    });
  }
}

function onlyOverTime(drawings: Drawings): Drawings {
  return new Map(OVER_TIME.flatMap(name => (drawings.has(name) ? [[name, drawings.get(name)!] as const] : [])));
}

interface Scale {
  readonly range: readonly [number, number];
  apply(request: number): number;
  invert(pixel: number): number;
}
