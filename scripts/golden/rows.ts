import type { Unit } from '../../engine/configuration/types.ts';
import type { Line } from './table.ts';

/** What another implementation measured for one policy on one trace at one size. */
export interface GoldenRow {
  readonly trace: string;
  readonly unit: Unit;
  /** In entries or bytes. */
  readonly capacity: number;
  readonly requests: number;
  readonly misses: number;
  /** Where the capacity is in bytes: the share of the requested bytes that were missed, and how exactly it is given. */
  readonly byteMissRatio: { readonly value: number; readonly precision: number } | null;
  /** Entries in the cache at the end, where the file knows them. */
  readonly residents: number | null;
}

/** A golden file: which of its columns say what. */
interface Layout {
  /** The policy's name and parameters, as `map.csv` has them. */
  policy(line: Line): { readonly name: string; readonly parameters: string };
  row(line: Line): GoldenRow;
}

const caffeine: Layout = {
  policy: line => ({ name: line.text('policy'), parameters: '' }),
  row: line => ({
    trace: line.text('trace'),
    unit: 'entries',
    capacity: line.number('size'),
    requests: line.number('requests'),
    misses: line.number('misses'),
    byteMissRatio: null,
    residents: null,
  }),
};

export const layouts: Readonly<Record<string, Layout>> = {
  'libcachesim.csv': {
    policy: line => ({ name: line.text('policy'), parameters: line.text('params') }),
    row: line => {
      const unit = line.text('size_unit') === 'bytes' ? 'bytes' : 'entries';
      return {
        trace: line.text('trace'),
        unit,
        capacity: line.number('cache_size'),
        requests: line.number('requests'),
        misses: line.number('misses'),
        byteMissRatio: unit === 'bytes' ? { value: line.number('byte_miss_ratio'), precision: 1e-9 } : null,
        residents: line.number('final_objects'),
      };
    },
  },
  'caffeine.csv': caffeine,
  'caffeine_tinylfu_admission.csv': caffeine,
  'caffeine_bytes.csv': {
    policy: line => ({ name: line.text('policy'), parameters: '' }),
    row: line => ({
      trace: line.text('trace'),
      unit: 'bytes',
      capacity: line.number('capacity_bytes'),
      requests: line.number('requests'),
      misses: line.number('misses'),
      // Four decimals of a percentage.
      byteMissRatio: { value: 1 - line.number('byte_hit_rate_pct') / 100, precision: 0.51e-6 },
      residents: null,
    }),
  },
};
