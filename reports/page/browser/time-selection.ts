import { type BrushBehavior, brushX, type D3BrushEvent, type Selection, select } from 'd3';
import type { SimDocument } from '../../../engine/documents/sim.ts';
import { type Window, windowsOf } from '../../charts/windows.ts';
import { showStretch } from './stretch-readout.ts';

type Chart = 'over-time' | 'latency-over-time' | 'residency';

interface Attached {
  readonly brush: BrushBehavior<unknown>;
  readonly layer: Selection<SVGGElement, unknown, null, undefined>;
  /** From requests to pixels and back. */
  readonly pixel: (request: number) => number;
  readonly request: (pixel: number) => number;
}

/** A range of windows, [first, last]. */
type Range = readonly [number, number];

/** One selection of windows, shown on all charts over time, moved by dragging or by arrow keys, and read out below. */
export class TimeSelection {
  private readonly result: SimDocument;
  private readonly windows: readonly Window[];
  private readonly readout: HTMLElement;
  private readonly charts = new Map<Chart, Attached>();
  private range: Range | null = null;

  constructor(result: SimDocument, place: HTMLElement) {
    this.result = result;
    this.windows = windowsOf(result.series);
    this.readout = place.querySelector<HTMLElement>('.readout')!;
    for (const element of place.querySelectorAll<HTMLElement>('.hint, .readout')) element.hidden = false;
    for (const drawing of place.querySelectorAll<HTMLElement>('.drawing')) this.listen(drawing);
    showStretch(this.readout, result, this.windows, null);
  }

  /** Lays a brush over a chart that was just drawn. */
  attach(name: Chart, svg: SVGSVGElement): void {
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
    this.charts.set(name, { brush, layer, pixel: x => scale.apply(x), request: x => scale.invert(x) });
    this.show();
  }

  private brushed({ sourceEvent, selection, type }: D3BrushEvent<unknown>, name: Chart): void {
    // Without a source the brush was moved by show().
    if (!sourceEvent) return;
    // A brush along one axis selects a pair of numbers.
    const pixels = selection as readonly [number, number] | null;
    const { request } = this.charts.get(name)!;
    // Half a pixel inwards: an end that stands on the border of two windows belongs to the inner one.
    this.range = pixels && [this.windowAt(request(pixels[0] + 0.5)), this.windowAt(request(pixels[1] - 0.5))];
    // While dragging, only the readout follows; the brush itself snaps to whole windows when it is let go.
    if (type === 'end') this.show();
    showStretch(this.readout, this.result, this.windows, this.range);
  }

  private windowAt(request: number): number {
    const after = this.windows.findIndex(window => window.to > request);
    return after < 0 ? this.windows.length - 1 : after;
  }

  private show(): void {
    for (const { brush, layer, pixel } of this.charts.values())
      layer.call(
        brush.move,
        this.range && [pixel(this.windows[this.range[0]]!.from), pixel(this.windows[this.range[1]]!.to)],
      );
  }

  private listen(drawing: HTMLElement): void {
    drawing.tabIndex = 0;
    drawing.setAttribute('role', 'group');
    drawing.setAttribute('aria-label', 'Chart over time: arrow keys select a stretch of the run');
    drawing.addEventListener('keydown', event => {
      const range = this.afterKey(event);
      if (range === undefined) return;
      event.preventDefault();
      this.range = range;
      this.show();
      showStretch(this.readout, this.result, this.windows, this.range);
    });
  }

  /** The range after a key; undefined for a key that means nothing here. */
  private afterKey({ key, shiftKey }: KeyboardEvent): Range | null | undefined {
    if (key === 'Escape') return null;
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return undefined;
    const end = this.windows.length - 1;
    if (!this.range) return [0, Math.ceil(end / 10)];
    const [first, last] = this.range;
    if (shiftKey) return [first, Math.max(first, Math.min(end, last + step))];
    return first + step < 0 || last + step > end ? this.range : [first + step, last + step];
  }
}

interface Scale {
  readonly range: readonly [number, number];
  apply(request: number): number;
  invert(pixel: number): number;
}
