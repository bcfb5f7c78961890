import type { ChartName, Drawings } from '../../charts/drawings.ts';

/** Replaces every written chart by one that fits its place and answers the pointer, and again whenever the place changes its width. */
export function keepDrawn(drawings: Drawings, drawn: (name: ChartName, svg: SVGSVGElement) => void): void {
  const widths = new WeakMap<Element, number>();
  const observer = new ResizeObserver(entries => {
    for (const { target, contentRect } of entries) {
      const width = Math.max(280, Math.floor(contentRect.width));
      if (contentRect.width === 0 || widths.get(target) === width) continue;
      widths.set(target, width);
      // The attribute was written from the same map of charts.
      const name = (target as HTMLElement).dataset.chart as ChartName;
      const svg = drawings.get(name)!({ document, width, tips: true });
      target.replaceChildren(svg);
      drawn(name, svg);
    }
  });
  for (const place of document.querySelectorAll('[data-chart]')) observer.observe(place);
}
