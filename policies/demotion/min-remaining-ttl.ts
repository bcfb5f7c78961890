import { type DemotionContext, type DemotionPolicy, defineDemotion } from './contract.ts';

class MinRemainingTtl implements DemotionPolicy {
  private readonly lifetimes;
  private readonly seconds: number;
  private readonly share: number;

  constructor({ lifetimes }: DemotionContext, seconds: number, share: number) {
    this.lifetimes = lifetimes;
    this.seconds = seconds;
    this.share = share;
  }

  demotes(id: number, _below: number, from: number): boolean {
    const remaining = this.lifetimes.remaining(id, from);
    // Asked first: no share of a lifetime without an end is a number that could be compared.
    if (remaining === Number.POSITIVE_INFINITY) return true;
    return remaining >= this.seconds && remaining >= this.share * this.lifetimes.whole(id, from);
  }
}

export const minRemainingTtl = defineDemotion({
  name: 'min-remaining-ttl',
  summary: 'What a level evicts enters the level below when enough of its lifetime remains',
  about:
    'A victim goes down only when its remaining lifetime is at least so many seconds and such a share of the whole; without ' +
    'lifetimes all go down, and where a move begins a lifetime anew all of it remains. What a level allows for a stay does not ' +
    'count. It saves moves, which counts where they are dear, and seldom gains hits: at best half a point where the dead are found ' +
    'only when they are looked up, because they are not carried from level to level. It loses hits as the share grows: the entries that are old when they leave a ' +
    'level are the popular ones, and they would have been hit again before their end.',
  paper: null,
  parameters: {
    seconds: { type: 'number', default: 0, min: 0, max: 1e9, summary: 'seconds that must remain' },
    share: {
      type: 'number',
      default: 0.1,
      min: 0,
      max: 1,
      summary: 'share of its whole lifetime that must remain too',
    },
  },
  create: (context, { seconds, share }) => new MinRemainingTtl(context, seconds, share),
});
