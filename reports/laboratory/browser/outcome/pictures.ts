import { answersBeside } from '../../../charts/beside/answers.ts';
import { hitRatioBeside } from '../../../charts/beside/hit-ratio.ts';
import { latencyBeside } from '../../../charts/beside/latency.ts';
import type { Sides } from '../../../charts/beside/side.ts';
import type { Frame } from '../../../charts/frame.ts';
import { element } from '../element.ts';

type Draw = (sides: Sides, frame: Frame) => SVGSVGElement | null;

const PICTURES: readonly (readonly [caption: string, draw: Draw])[] = [
  ['Who answers, of all requests', answersBeside],
  ['Hit ratio over time', hitRatioBeside],
  ['Latency: ring before, dot after', latencyBeside],
];

/** The pictures of two caches, drawn again for each comparison and whenever their place changes its width. */
export class Pictures {
  readonly element = element('div', { class: 'pictures' });
  private readonly places: readonly { readonly place: HTMLElement; readonly draw: Draw }[];
  private sides: Sides | null = null;
  private width = 0;

  constructor() {
    this.places = PICTURES.map(([caption, draw]) => {
      const place = element('div');
      this.element.append(element('figure', {}, element('figcaption', {}, caption), place));
      return { place, draw };
    });
    new ResizeObserver(() => {
      if (this.places[0]!.place.clientWidth !== this.width) this.draw();
    }).observe(this.element);
  }

  show(sides: Sides): void {
    this.sides = sides;
    this.draw();
  }

  private draw(): void {
    this.width = this.places[0]!.place.clientWidth;
    if (!this.sides || this.width === 0) return;
    for (const { place, draw } of this.places) {
      const picture = draw(this.sides, { document, width: Math.max(280, this.width), tips: true });
      place.parentElement!.hidden = picture === null;
      place.replaceChildren(...(picture ? [picture] : []));
    }
  }
}
