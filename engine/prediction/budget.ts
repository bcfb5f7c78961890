/** Lets fetches begin at a rate, on average; what is not spent is kept for one second. */
export class Budget {
  private readonly perSecond: number;
  private readonly most: number;
  private left: number;
  private at = Number.NaN;

  /** @param perSecond fetches a second, more than 0 */
  constructor(perSecond: number) {
    this.perSecond = perSecond;
    this.most = Math.max(1, perSecond);
    this.left = this.most;
  }

  /** @param now seconds; @returns whether a fetch may begin */
  spend(now: number): boolean {
    if (now > this.at) this.left = Math.min(this.most, this.left + (now - this.at) * this.perSecond);
    this.at = now;
    if (this.left < 1) return false;
    this.left--;
    return true;
  }
}
