import { Html } from './html.ts';

/** Attributes that hold numbers: pixels, and shares of 1. */
const NUMERIC = / (?:d|points|transform|x|y|x1|y1|x2|y2|cx|cy|r|width|height|fill-opacity)="[^"]*\.\d{3}[^"]*"/g;
const LONG_FRACTION = /-?\d+\.\d{3,}/g;
/** Coordinates that are magnified need every digit. */
const MAGNIFIED = / scale\(/;

/** A chart as it stands in a page, whose style holds what Plot would repeat in each, and with no digits that no screen shows. */
export function writtenSvg(svg: SVGSVGElement): Html {
  svg.querySelector(':scope > style')?.remove();
  return new Html(
    svg.outerHTML.replace(NUMERIC, text => (MAGNIFIED.test(text) ? text : text.replace(LONG_FRACTION, rounded))),
  );
}

function rounded(number: string): string {
  return String(Math.round(100 * Number(number)) / 100);
}
