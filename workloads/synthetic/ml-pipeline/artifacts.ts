import { Int64Interner } from '../../interners/int64.ts';

/** How much of everything a pipeline has. */
export interface Shape {
  readonly datasets: number;
  /** Blocks of features per dataset. */
  readonly blocks: number;
  readonly models: number;
  /** Inputs per dataset that a prediction may be asked for. */
  readonly inputs: number;
}

/** Something that the cache may hold. */
export interface Artifact {
  readonly id: number;
  /** Bytes. */
  readonly size: number;
}

const BYTES_PER_NUMBER = 8;
const ROWS_PER_BLOCK = 512;
const RESULT_HEADER_BYTES = 64;

/** Ids, in order of first appearance, and sizes of the feature blocks, models and results of a pipeline. */
export class Artifacts {
  private readonly shape: Shape;
  /** Bytes of a feature block, by dataset: 512 rows of 8 to 128 columns, 32 to 512 KiB. */
  private readonly blockBytes: Float64Array;
  /** By model: 1 to 64 MiB. */
  private readonly modelBytes: Float64Array;
  /** Bytes of a result, by model: a header and the scores of 2 to 1,000 classes, 80 B to 8 KiB. */
  private readonly resultBytes: Float64Array;
  private readonly interner = new Int64Interner();
  /** By pair of model and dataset: the generation of its results, until the model or the features change. */
  private readonly generations = new Map<number, number>();
  private generationsBefore = 0;

  constructor(shape: Shape, random: () => number) {
    this.shape = shape;
    const between = (low: number, high: number) => Math.floor(low * (high / low) ** random());
    this.blockBytes = new Float64Array(shape.datasets).map(() => ROWS_PER_BLOCK * BYTES_PER_NUMBER * between(8, 128));
    this.modelBytes = new Float64Array(shape.models).map(() => between(2 ** 20, 2 ** 26));
    this.resultBytes = new Float64Array(shape.models).map(
      () => RESULT_HEADER_BYTES + BYTES_PER_NUMBER * between(2, 1_000),
    );
  }

  features(dataset: number, block: number): Artifact {
    return { id: this.id(dataset * this.shape.blocks + block), size: this.blockBytes[dataset]! };
  }

  model(model: number): Artifact {
    return { id: this.id(this.shape.datasets * this.shape.blocks + model), size: this.modelBytes[model]! };
  }

  /** The prediction of a model for an input of a dataset, made from their present state. */
  result(model: number, dataset: number, input: number): Artifact {
    const { datasets, blocks, models, inputs } = this.shape;
    const pair = model * datasets + dataset;
    let generation = this.generations.get(pair);
    if (generation === undefined) {
      generation = this.generationsBefore++;
      this.generations.set(pair, generation);
    }
    const key = datasets * blocks + models + generation * inputs + input;
    return { id: this.id(key), size: this.resultBytes[model]! };
  }

  /** The dataset's features change: results made from the old ones are never asked for again. */
  refreshed(dataset: number): void {
    for (let model = 0; model < this.shape.models; model++)
      this.generations.delete(model * this.shape.datasets + dataset);
  }

  /** The model changes: results made by the old one are never asked for again. */
  retrained(model: number): void {
    for (let dataset = 0; dataset < this.shape.datasets; dataset++)
      this.generations.delete(model * this.shape.datasets + dataset);
  }

  private id(key: number): number {
    return this.interner.id(Math.floor(key / 2 ** 32), key | 0);
  }
}
