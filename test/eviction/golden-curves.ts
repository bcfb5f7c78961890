import { readFileSync } from 'node:fs';

/** What another implementation measured for one spec on one trace: misses by capacity. */
export interface GoldenCurve {
  readonly spec: string;
  readonly trace: string;
  readonly unit: 'entries' | 'bytes';
  /** Points of hit ratio; 0 for equality. */
  readonly tolerance: number;
  readonly points: GoldenPoint[];
}

interface GoldenPoint {
  readonly capacity: number;
  readonly misses: number;
  /** Empty where the source gives none. */
  readonly hitHash: string;
}

/** The content of test/fixtures/golden.csv, which says where its numbers come from and what each column means. */
export function readGoldenCurves(): GoldenCurve[] {
  const text = readFileSync(new URL('../fixtures/golden.csv', import.meta.url), 'utf8');
  const [, ...lines] = text.split('\n').filter(line => line !== '' && !line.startsWith('#'));
  const curves = new Map<string, GoldenCurve>();
  for (const line of lines) {
    const [spec, trace, unit, capacity, misses, hitHash, tolerance] = line.split(',') as Columns;
    const key = `${spec} ${trace} ${unit}`;
    if (!curves.has(key)) curves.set(key, { spec, trace, unit, tolerance: Number(tolerance), points: [] });
    curves.get(key)!.points.push({ capacity: Number(capacity), misses: Number(misses), hitHash });
  }
  return [...curves.values()];
}

/** A line of the file, which is part of this repository and well-formed. */
type Columns = [
  spec: string,
  trace: string,
  unit: GoldenCurve['unit'],
  capacity: string,
  misses: string,
  hitHash: string,
  tolerance: string,
  source: string,
];
