import { colourDeclarations } from '../../../charts/palette.ts';
import { element } from '../element.ts';

/** A style for one place of the page, in which the ramp has as many levels as the cache that is shown there. */
export class Ramp {
  readonly element = element('style');
  private levels = 0;
  private readonly selector: string;

  constructor(selector: string) {
    this.selector = selector;
  }

  show(levels: number): void {
    if (levels === this.levels) return;
    this.levels = levels;
    const { selector } = this;
    this.element.textContent = `${selector}{${colourDeclarations(levels, 'light')}}@media screen and (prefers-color-scheme:dark){${selector}{${colourDeclarations(levels, 'dark')}}}`;
  }
}
