/** In place of a predictor's spec: nothing is fetched ahead of demand. */
export const NO_PREDICTION = 'none';
