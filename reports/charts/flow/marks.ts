import { count, percent } from '../../words/numbers.ts';
import type { Answerer } from '../answerers.ts';
import type { Frame } from '../frame.ts';
import { svg } from '../svg.ts';

/** A group of requests, from where it sets out to where it is answered. */
export interface Band extends Answerer {
  /** Requests above this band: it covers [start, start + answered) of the requests. */
  readonly start: number;
}

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A thin white line between bands keeps them apart; a band too thin for one keeps a hair of itself. */
const SEPARATION = 1;

/** The way of a group of requests (pale), where it ends (full colour), and where the level stands across those that pass. */
export function bandMark(
  document: Document,
  colour: string,
  way: Rectangle,
  end: Rectangle,
  passing: Rectangle,
): Node[] {
  return [
    rectangle(document, way, { fill: colour, class: 'flow-way' }),
    rectangle(document, passing, { fill: colour, class: 'flow-passing' }),
    rectangle(document, end, { fill: colour, class: 'flow-end' }),
  ].filter(node => node !== null);
}

function rectangle(document: Document, { x, y, width, height }: Rectangle, attributes: Record<string, string>) {
  if (width <= 0 || height <= 0) return null;
  const slim = (size: number) => Math.max(Math.min(size, 0.75), size - SEPARATION);
  return svg(document, 'rect', { x, y, width: slim(width), height: slim(height), ...attributes });
}

/** What the pointer is told over a band. */
export function hint(frame: Frame, band: Band, requests: number): Node[] {
  if (!frame.tips) return [];
  const text = `${band.name}: ${count(band.answered)} of ${count(requests)} requests, ${percent(band.answered / requests, requests)}`;
  return [svg(frame.document, 'title', {}, text)];
}
