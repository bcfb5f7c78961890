import { type Details, priorityCode, typeCode } from '../../recorder.ts';
import { GET, SET } from '../../requests.ts';
import type { Artifact, Artifacts, Shape } from './artifacts.ts';

/** What jobs do, and how often. */
export interface Work {
  /** Predictions per run. */
  readonly batch: number;
  /** Share of the runs that recompute the features of a dataset. */
  readonly refresh: number;
  /** Share of the runs that retrain a model. */
  readonly retrain: number;
}

/** What a job draws at the start of a run and for every prediction. */
export interface Draws {
  run(): number;
  dataset(): number;
  model(): number;
  input(): number;
}

/** One request of a job: the id asked for, and all that the record says of it. */
type Step = Required<Omit<Details, 'time' | 'ttl'>> & { readonly id: number };

/** What a kind of request has in common. */
type Kind = Pick<Step, 'op' | 'type' | 'priority'>;

const kind = (op: number, type: string, priority: string): Kind => ({
  op,
  type: typeCode(type),
  priority: priorityCode(priority),
});

const READ_FEATURES = kind(GET, 'features', 'medium');
const STORE_FEATURES = kind(SET, 'features', 'medium');
const FETCH_MODEL = kind(GET, 'model', 'high');
const STORE_MODEL = kind(SET, 'model', 'high');
/** A person waits for a prediction that is read; those made in advance may wait. */
const READ_RESULT = kind(GET, 'result', 'high');
const STORE_RESULT = kind(SET, 'result', 'normal');

/** Run after run, without end: each on a dataset and a model drawn by popularity. */
export function* job(
  client: number,
  artifacts: Artifacts,
  shape: Shape,
  work: Work,
  draws: Draws,
): Generator<Step, never> {
  for (;;) {
    const run = draws.run();
    const dataset = draws.dataset();
    const model = draws.model();
    if (run < work.refresh) yield* refresh(dataset);
    else if (run < work.refresh + work.retrain) yield* retrain(dataset, model);
    else yield* predict(dataset, model);
  }

  function step({ op, type, priority }: Kind, { id, size }: Artifact): Step {
    return { id, op, size, type, priority, client };
  }

  /** New raw data: the features are computed and stored, block by block. */
  function* refresh(dataset: number): Generator<Step> {
    artifacts.refreshed(dataset);
    for (let block = 0; block < shape.blocks; block++) yield step(STORE_FEATURES, artifacts.features(dataset, block));
  }

  /** The features are read, the new model is stored, and the predictions asked for most are made in advance. */
  function* retrain(dataset: number, model: number): Generator<Step> {
    yield* readFeatures(dataset);
    artifacts.retrained(model);
    yield step(STORE_MODEL, artifacts.model(model));
    const popular = Math.min(work.batch, shape.inputs);
    for (let input = 0; input < popular; input++) yield step(STORE_RESULT, artifacts.result(model, dataset, input));
  }

  /** The features are read, the model is fetched, then a result is looked up for each input of the batch. */
  function* predict(dataset: number, model: number): Generator<Step> {
    yield* readFeatures(dataset);
    yield step(FETCH_MODEL, artifacts.model(model));
    for (let i = 0; i < work.batch; i++) yield step(READ_RESULT, artifacts.result(model, dataset, draws.input()));
  }

  function* readFeatures(dataset: number): Generator<Step> {
    for (let block = 0; block < shape.blocks; block++) yield step(READ_FEATURES, artifacts.features(dataset, block));
  }
}
