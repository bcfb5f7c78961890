import type { ChartName, Drawings } from '../../charts/drawings.ts';

/** Draws every chart of a page where it stands, so that it fits its place and answers the pointer. */
export class Redrawing {
  private drawings: Drawings;
  private readonly drawn: (name: ChartName, svg: SVGSVGElement) => void;
  private readonly widths = new Map<HTMLElement, number>();

  /** Begins with all charts, and draws each again whenever its place changes its width. @param drawn hears of each that was */
  constructor(drawings: Drawings, drawn: (name: ChartName, svg: SVGSVGElement) => void) {
    this.drawings = drawings;
    this.drawn = drawn;
    const observer = new ResizeObserver(entries => {
      for (const { target, contentRect } of entries) this.fit(target as HTMLElement, contentRect.width);
    });
    for (const place of document.querySelectorAll('[data-chart]')) observer.observe(place);
  }

  /** From now on, charts of these names are drawn otherwise; those that are to be seen already are drawn again. */
  replace(others: Drawings): void {
    this.drawings = new Map([...this.drawings, ...others]);
    for (const [place, width] of this.widths) if (others.has(nameOf(place))) this.draw(place, width);
  }

  private fit(place: HTMLElement, room: number): void {
    const width = Math.max(280, Math.floor(room));
    if (room === 0 || this.widths.get(place) === width) return;
    this.widths.set(place, width);
    this.draw(place, width);
  }

  private draw(place: HTMLElement, width: number): void {
    const name = nameOf(place);
    const svg = this.drawings.get(name)!({ document, width, tips: true });
    place.replaceChildren(svg);
    this.drawn(name, svg);
  }
}

/** The attribute was written from the same map of charts. */
function nameOf(place: HTMLElement): ChartName {
  return place.dataset.chart as ChartName;
}
