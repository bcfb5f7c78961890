/** Ids without an order, so that one can be drawn with equal chances in constant time. */
export class ResidentTable {
  /** The first `count` entries are the members. */
  private readonly ids: Int32Array;
  /** Where an id stands in `ids`, should it be a member. */
  private readonly place: Int32Array;
  count = 0;

  constructor(universe: number) {
    this.ids = new Int32Array(universe);
    this.place = new Int32Array(universe);
  }

  has(id: number): boolean {
    const place = this.place[id]!;
    return place < this.count && this.ids[place] === id;
  }

  /** @param place below `count`; every member has one, until the next removal */
  at(place: number): number {
    return this.ids[place]!;
  }

  /** @param random uniform in [0, 1); there must be a member */
  draw(random: number): number {
    return this.ids[Math.floor(random * this.count)]!;
  }

  insert(id: number): void {
    this.ids[this.count] = id;
    this.place[id] = this.count++;
  }

  remove(id: number): void {
    const last = this.ids[--this.count]!;
    const place = this.place[id]!;
    this.ids[place] = last;
    this.place[last] = place;
  }
}
