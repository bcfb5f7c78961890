/** Parameters of predictors that follow what clients ask for one after the other. */
export const SEQUENCES = {
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
