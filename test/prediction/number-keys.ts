import type { KeySpace } from '../../policies/prediction/contract.ts';

/** Keys 0 … 99, which are the ids of `recorded`. */
export const NUMBER_KEYS: KeySpace = {
  distance: (from, to) => to - from,
  at: (id, distance) => (id + distance >= 0 && id + distance < 100 ? id + distance : -1),
};
