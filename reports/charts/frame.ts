/** Where a chart is drawn: in the browser's document, or in linkedom's when a report is written. */
export interface Frame {
  readonly document: Document;
  /** Pixels, from 280 up. */
  readonly width: number;
  /** Answers the pointer: only in the page, never in the written picture. */
  readonly tips: boolean;
}

/** Of all text in charts; the same as the page's small text. */
export const FONT_SIZE = 13;

/** Below this width a chart is drawn for a telephone. */
export const NARROW = 640;

/** A generous guess, before any layout, of how wide a text will be: digits of wide system fonts take 0.64 em. */
export function textWidth(text: string): number {
  return text.length * FONT_SIZE * 0.61;
}

/** What every Plot figure shares. `description` is its text alternative. */
export function plotOptions(frame: Frame, description: string) {
  return {
    document: frame.document,
    width: frame.width,
    className: 'chart',
    ariaLabel: description,
    style: { fontSize: `${FONT_SIZE}px`, fontFamily: 'inherit', overflow: 'visible' },
  } as const;
}

/** Makes a picture of Plot's figure for assistive technology: its marks are drawing, its label says it all. */
export function asPicture(figure: Element): SVGSVGElement {
  figure.setAttribute('role', 'img');
  // Plot labels its marks, which have no role that a label could belong to: the name is kept, but not as a label.
  for (const mark of figure.querySelectorAll<SVGElement>('[aria-label]')) {
    mark.setAttribute('data-mark', mark.getAttribute('aria-label')!);
    mark.removeAttribute('aria-label');
  }
  // Without a legend or a caption Plot returns the bare SVG element.
  return figure as SVGSVGElement;
}

/** The look of the tips that answer the pointer. */
export const TIP = {
  fill: 'var(--paper)',
  stroke: 'var(--rule)',
  fontSize: FONT_SIZE,
  lineHeight: 1.35,
  textPadding: 10,
} as const;
