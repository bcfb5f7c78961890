import { EXPERIMENT_OPTIONS, EXPERIMENT_OWN } from '../../experiment/options.ts';
import type { CommandDescription } from '../description.ts';

export const experiment: CommandDescription = {
  name: 'experiment',
  summary:
    'Runs what a YAML or JSON file describes: workloads, each with every variant, every size and every seed. Finished cells are ' +
    'kept in results.jsonl, and --resume goes on with them.',
  argument: 'FILE',
  required: true,
  options: EXPERIMENT_OPTIONS,
  optionsIn: async file => (await import('../../experiment/experiment-file.ts')).readExperimentFile(file).placed,
  own: EXPERIMENT_OWN,
  examples: [
    { command: 'tierlab experiment docs/experiments/split.yaml', what: 'how a cache is best divided into levels' },
    { command: 'tierlab experiment mine.yaml --out results/mine --resume', what: 'go on after an interruption' },
    { command: 'tierlab experiment mine.yaml --requests 10k --seeds 3', what: 'the same in small, for a start' },
  ],
  load: () => import('../experiment.ts'),
};
