import { totalCapacity } from '../../configuration/total-capacity.ts';
import type { TuneEvaluation } from '../../documents/tune.ts';
import type { Trial } from '../../search/ledger.ts';
import type { Point } from '../../search/space.ts';
import { type Candidate, candidateAt, scales, type World } from './candidate.ts';
import type { Cell } from './cell.ts';
import type { Look } from './looks.ts';
import type { Measures } from './measures.ts';
import { type Bill, lossOf, type Objective, objectiveValue } from './objective.ts';

/** Who replays: in this thread or in others, or who remembers what was replayed before. */
export interface Laboratory {
  /** For each cell what was measured, in their order. */
  measure(cells: readonly Cell[]): Promise<readonly (readonly Measures[])[]>;
  /** Whether the search is to end. */
  outOfTime(): boolean;
}

/** What trials are judged by. */
export interface Judging {
  readonly world: World;
  readonly objective: Objective;
  readonly looks: readonly Look[];
  /** The default: what others are measured against. */
  readonly usual: Point;
  /** Of the workload, to tell what a month of it costs. */
  readonly requestsPerMonth: number;
}

/** Here points become configurations, and what was measured becomes losses. */
export class Trials {
  readonly evaluations: TuneEvaluation[] = [];
  private readonly judging: Judging;
  private readonly laboratory: Laboratory;
  private readonly candidates = new Map<string, Candidate | null>();
  /** By configuration and look. */
  private readonly known = new Map<string, TuneEvaluation>();

  constructor(judging: Judging, laboratory: Laboratory) {
    this.judging = judging;
    this.laboratory = laboratory;
  }

  /** Null where there can be no such cache. */
  candidate(point: Point): Candidate | null {
    const name = JSON.stringify(point);
    const known = this.candidates.get(name);
    if (known !== undefined) return known;
    const candidate = candidateAt(this.judging.world, point);
    this.candidates.set(name, candidate);
    return candidate;
  }

  /** Two points that give the same cache are the same. */
  identify(point: Point): string | null {
    const candidate = this.candidate(point);
    return candidate && JSON.stringify(candidate.configuration);
  }

  /** The losses of trials, all of which can be, as multiples of the default's at the same look. */
  async judge(trials: readonly Trial[], stage: string): Promise<TuneEvaluation[]> {
    const asked = trials.map(trial => this.lookAt(trial));
    const marks = new Map(asked.map(look => [nameOf(look), look]));
    const { usual } = this.judging;
    // The default first, where nobody looked at it like that.
    await this.measure(
      [...marks.values()].map(look => ({ point: usual, look })),
      'default',
    );
    await this.measure(
      trials.map(({ point }, t) => ({ point, look: asked[t]! })),
      stage,
    );
    return trials.map(({ point }, t) => this.find(point, asked[t]!)!);
  }

  /** How a point was judged at a rung; undefined where it was not. */
  evaluationOf(point: Point, rung: number): TuneEvaluation | undefined {
    return this.find(point, this.lookAt({ point, rung }));
  }

  billFor(cost: number): Bill {
    const { requestsPerMonth, world } = this.judging;
    return { memory: cost, requestsPerMonth, fetchPrice: world.budget.fetchPrice ?? 0 };
  }

  /** A miniature does not speak for every cache: for others, as many of the first requests do. */
  private lookAt({ point, rung }: Trial): Look & { readonly rung: number } {
    const look = this.judging.looks[rung]!;
    if (look.kind !== 'sample' || scales(this.candidate(point)!.configuration)) return { ...look, rung };
    return { kind: 'prefix', share: look.share, rung };
  }

  private find(point: Point, look: Look): TuneEvaluation | undefined {
    return this.known.get(`${nameOf(look)} ${this.identify(point)}`);
  }

  private async measure(
    list: readonly { readonly point: Point; readonly look: Look & { readonly rung: number } }[],
    stage: string,
  ): Promise<void> {
    const fresh = list.filter(({ point, look }) => !this.find(point, look));
    const measured = await this.laboratory.measure(
      fresh.map(({ point, look: { rung: _, ...on } }) => ({ configuration: this.candidate(point)!.configuration, on })),
    );
    for (const [i, { point, look }] of fresh.entries()) this.note(point, look, measured[i]![0]!, stage);
  }

  private note(point: Point, look: Look & { readonly rung: number }, measures: Measures, stage: string): void {
    const { objective, usual, world } = this.judging;
    const { capacity, cost } = roomOf(world, this.candidate(point)!);
    const value = objectiveValue(objective, measures, this.billFor(cost));
    const mark = this.find(usual, look)?.value ?? value;
    const [loss, usually] = [lossOf(objective, value), lossOf(objective, mark)];
    const evaluation: TuneEvaluation = {
      number: this.evaluations.length + 1,
      stage,
      look: look.rung,
      kind: look.kind,
      point,
      capacity,
      cost,
      measures,
      value,
      // Where the default loses nothing there is no multiple of it.
      loss: usually > 0 ? loss / usually : 1 + loss,
    };
    this.evaluations.push(evaluation);
    this.known.set(`${nameOf(look)} ${this.identify(point)}`, evaluation);
  }
}

/** All that a candidate's levels and partitions hold, and what that costs; nothing where nobody named prices. */
export function roomOf({ budget }: World, { configuration }: Candidate): { capacity: number; cost: number } {
  const { levels, partitionLevels } = configuration;
  const priceOf = (name: string) => budget.tiers.find(tier => tier.name === name)!.price;
  const ofLevels = levels.reduce((sum, level) => sum + level.capacity * priceOf(level.name), 0);
  // Partitions are as fast as the first level, so their room has its price.
  const ofPartitions = partitionLevels.reduce((sum, each) => sum + each.capacity * priceOf(levels[0]!.name), 0);
  return { capacity: totalCapacity(configuration), cost: ofLevels + ofPartitions };
}

function nameOf(look: Look): string {
  return look.kind === 'whole' ? look.kind : `${look.kind} ${look.share}`;
}
