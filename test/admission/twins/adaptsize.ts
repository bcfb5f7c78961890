import { HitRatioModel } from '../../../policies/admission/hit-ratio-model.ts';

/** AdaptSize's bookkeeping with maps, written from section 5 of the paper; the model itself is tested by itself. */
export class AdaptSizeTwin {
  c: number;
  private requests = new Map<number, number>();
  private rates = new Map<number, number>();
  private readonly sizes = new Map<number, number>();
  private countdown: number;
  private readonly capacity: number;
  private readonly window: number;
  private readonly decay: number;

  constructor(capacity: number, window: number, decay: number, initial: number) {
    this.capacity = capacity;
    this.window = window;
    this.decay = decay;
    this.c = initial;
    this.countdown = window;
  }

  request(id: number, size: number): void {
    this.countdown--;
    if (this.countdown === 0) this.tune();
    this.requests.set(id, (this.requests.get(id) ?? 0) + 1);
    this.sizes.set(id, size);
  }

  private tune(): void {
    const seen = [...this.sizes.values()].reduce((sum, size) => sum + size, 0);
    this.countdown = seen > 3 * this.capacity ? this.window : 1_000;
    if (seen <= 3 * this.capacity) return;
    const ids = [...this.sizes.keys()].sort((a, b) => a - b);
    const model = new HitRatioModel(this.capacity, ids.length);
    for (const id of ids) {
      const now = this.requests.get(id) ?? 0;
      const before = this.rates.get(id);
      const rate = before === undefined ? now : this.decay * before + (1 - this.decay) * now;
      if (rate < 0.1) {
        this.rates.delete(id);
        this.sizes.delete(id);
      } else {
        this.rates.set(id, rate);
        model.add(rate, this.sizes.get(id)!);
      }
    }
    this.requests = new Map();
    this.c = model.bestC(this.c);
  }
}
