import { defineWorkload } from '../../contract.ts';
import { Recorder } from '../../recorder.ts';
import { uniformSampler } from '../sampling/uniform.ts';
import { zipfSampler } from '../sampling/zipf.ts';
import { Artifacts } from './artifacts.ts';
import { job } from './job.ts';

/**
 * Jobs of a machine-learning platform share one cache. A run of a job takes a dataset and a model, both drawn by
 * popularity, and mostly predicts: it reads the dataset's feature blocks in order, fetches the model and looks up one
 * prediction after another. Some runs recompute the features instead, some retrain the model and store the predictions
 * asked for most. A prediction belongs to the model and the features it was made from; once either changes, it is never
 * asked for again, so new keys appear for as long as the workload lasts.
 */
export const mlPipeline = defineWorkload({
  name: 'ml-pipeline',
  summary: 'Concurrent jobs read features, fetch models and look up predictions, each with its type, priority and size',
  source:
    "The multi-level cache document's workflow example: features of priority medium, models high, results high or normal",
  parameters: {
    jobs: { type: 'integer', default: 4, min: 1, max: 1_000, summary: 'concurrent jobs, each a client of its own' },
    datasets: { type: 'integer', default: 60, min: 1, max: 100_000, summary: 'number of datasets' },
    blocks: { type: 'integer', default: 16, min: 1, max: 10_000, summary: 'feature blocks per dataset, read in order' },
    models: { type: 'integer', default: 12, min: 1, max: 10_000, summary: 'number of models' },
    inputs: {
      type: 'integer',
      default: 50,
      min: 1,
      max: 1_000_000,
      summary: 'inputs per dataset that predictions are made for',
    },
    batch: { type: 'integer', default: 16, min: 1, max: 1_000_000, summary: 'predictions per run' },
    alpha: { type: 'number', default: 1.1, min: 0, max: 10, summary: 'skew of datasets, models and inputs' },
    refresh: {
      type: 'number',
      default: 0.02,
      min: 0,
      max: 0.5,
      summary: 'share of the runs that recompute the features of a dataset',
    },
    retrain: { type: 'number', default: 0.005, min: 0, max: 0.5, summary: 'share of the runs that retrain a model' },
  },
  requests: 100_000,
  generate({ requests, random, sink }, { jobs: concurrent, alpha, ...values }) {
    const artifacts = new Artifacts(values, random('sizes'));
    const draws = {
      run: random('runs'),
      dataset: zipfSampler(random('datasets'), values.datasets, alpha),
      model: zipfSampler(random('models'), values.models, alpha),
      input: zipfSampler(random('inputs'), values.inputs, alpha),
    };
    const jobs = Array.from({ length: concurrent }, (_, client) => job(client, artifacts, values, values, draws));
    const turn = uniformSampler(random('turns'), concurrent);
    const recorder = new Recorder(['op', 'size', 'type', 'priority', 'client'], sink);
    while (recorder.gets < requests) {
      const step = jobs[turn()]!.next().value;
      recorder.add(step.id, step);
    }
    return recorder.finish();
  },
});
