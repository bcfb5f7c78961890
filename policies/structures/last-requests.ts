/** When ids were requested last, and the time before: in requests, so that a hierarchy without a clock has it too. */
export class LastRequests {
  /** By id: numbers of its last request and of the one before, from 1; 0 if there was none. */
  private readonly lastOf: Float64Array;
  private readonly beforeOf: Float64Array;
  private requests = 0;

  constructor(universe: number) {
    this.lastOf = new Float64Array(universe);
    this.beforeOf = new Float64Array(universe);
  }

  /** The id is requested. */
  increment(id: number): void {
    this.beforeOf[id] = this.lastOf[id]!;
    this.lastOf[id] = ++this.requests;
  }

  last(id: number): number {
    return this.lastOf[id]!;
  }

  before(id: number): number {
    return this.beforeOf[id]!;
  }

  /** Whether the id was ever requested: that is never forgotten. */
  remembers(id: number): boolean {
    return this.lastOf[id]! > 0;
  }

  /** Requests since the last one for this id. */
  age(id: number): number {
    return this.requests - this.lastOf[id]!;
  }
}
