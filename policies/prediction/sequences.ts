import { InputError } from '../../spec/input-error.ts';

/** Parameters of predictors that follow what clients ask for one after the other. */
export const SEQUENCES = {
  recent: {
    type: 'integer',
    default: 16,
    min: 2,
    max: 255,
    summary: 'successions that may be known of one before their counts are halved, so that old ones fade',
  },
  clients: {
    type: 'flag',
    default: true,
    summary: 'whether the requests of each client are a sequence of their own',
  },
  session: {
    type: 'duration',
    default: 1_800,
    min: 0.001,
    max: 31_536_000,
    summary: 'pause of a client after which what it asks for does not follow from what it asked for before',
  },
  depth: { type: 'integer', default: 16, min: 1, max: 1_000, summary: 'requests that it looks ahead at most' },
  horizon: {
    type: 'number',
    default: 2,
    min: 0,
    max: 1_000,
    summary: 'times that a fetch takes by which it looks ahead; 0 for the next request alone',
  },
} as const;

/** @throws InputError when more successions are asked for than are ever known */
export function knowable(predictor: string, support: number, recent: number): void {
  if (support > recent)
    throw new InputError(predictor, `support=${support} is more than recent=${recent}: nothing would be proposed`);
}
