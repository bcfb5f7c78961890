/** LARC's queue of ghosts as an array, newest first: what the column version must agree with. */
export class LarcTwin {
  private queue: { id: number; size: number }[] = [];
  private target: number;
  private readonly capacity: number;
  private readonly least: number;
  private readonly most: number;

  constructor(capacity: number, least: number, most: number) {
    this.capacity = capacity;
    this.least = least;
    this.most = most;
    this.target = least * capacity;
  }

  hit(size: number): void {
    const step = this.capacity / (this.capacity - this.target);
    this.target = Math.max(this.least * this.capacity, this.target - size * step);
  }

  accepts(id: number, size: number): boolean {
    this.target = Math.min(this.most * this.capacity, this.target + (size * this.capacity) / this.target);
    const waiting = this.queue.some(each => each.id === id);
    this.queue = this.queue.filter(each => each.id !== id);
    if (waiting) return true;
    this.queue.unshift({ id, size });
    const length = () => this.queue.reduce((sum, each) => sum + each.size, 0);
    while (length() > this.target && this.queue.length > 1) this.queue.pop();
    return false;
  }
}
