/** The expert is drawn in hundredths, as in libCacheSim: the first is still heard now and then when hardly any weight is left to it. */
const DRAWS = 100;
/** Keeps a weight from vanishing, from where it could not return. */
const LEAST = 1e-10;

/** How far two experts are trusted, for policies that follow one of them by chance: weights that sum to 1. */
export class ExpertWeights {
  private readonly die: { random(): number };
  /** The second expert has the rest. */
  private first = 0.5;

  constructor(die: { random(): number }) {
    this.die = die;
  }

  /** Whether the first expert is to be followed this time. */
  drawsFirst(): boolean {
    return Math.floor(DRAWS * this.die.random()) < DRAWS * this.first;
  }

  /** The advice of one expert proved wrong: `factor` is what is left of its weight. */
  regret(ofFirst: boolean, factor: number): void {
    const first = (ofFirst ? this.first * factor : this.first) + LEAST;
    const second = (ofFirst ? 1 - this.first : (1 - this.first) * factor) + LEAST;
    this.first = first / (first + second);
  }
}
