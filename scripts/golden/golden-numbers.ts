import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { evictionPolicies } from '../../policies/catalog.ts';
import { type GoldenRow, layouts } from './rows.ts';
import { whyLeftOut, whyNotBinding } from './rules.ts';
import { type Line, readTable } from './table.ts';

/** All that one golden file says of one policy on one trace in one unit, and the spec that must agree with it. */
export interface GoldenCurve {
  readonly file: string;
  /** The policy's name there, with its parameters. */
  readonly name: string;
  readonly spec: string;
  /** Spec of the admission policy before it; null for none. */
  readonly admission: string | null;
  /** Points of hit ratio, for the mean over several seeds; 0 for equality. */
  readonly tolerance: number;
  readonly trace: string;
  readonly unit: GoldenRow['unit'];
  readonly points: readonly GoldenPoint[];
}

export interface GoldenPoint extends GoldenRow {
  /** Why it may differ; null where it must not. */
  readonly whyNotBinding: string | null;
}

export interface GoldenNumbers {
  readonly curves: readonly GoldenCurve[];
  /** Specs of the map whose policy this version does not have. */
  readonly missingSpecs: readonly string[];
  /** By reason: how many rows are not compared. */
  readonly leftOut: ReadonlyMap<string, number>;
}

/** Policies of the simulator of Caffeine behind TinyLFU; `map.csv` binds them without it. */
const BEHIND_TINYLFU = {
  file: 'caffeine_tinylfu_admission.csv',
  of: 'caffeine.csv',
  suffix: '_TinyLfu',
  tolerance: 1.5,
};

/**
 * Reads the rows that `map.csv` binds to a spec.
 * @param directory holds `map.csv` and the files that it names
 */
export function readGoldenNumbers(directory: string): GoldenNumbers {
  const known = new Set(evictionPolicies.flatMap(({ name, aliases = [] }) => [name, ...aliases]));
  const isKnown = (binding: Binding) => known.has(binding.spec.split(':')[0]!);
  const mapped = readTable(join(directory, 'map.csv')).map(readBinding);
  const bindings = existsSync(join(directory, BEHIND_TINYLFU.file)) ? [...mapped, ...behindTinyLfu(mapped)] : mapped;
  const leftOut = new Map<string, number>();
  const curves: GoldenCurve[] = [];
  for (const file of new Set(bindings.map(each => each.file))) {
    const lines = readTable(join(directory, file));
    for (const binding of bindings)
      if (binding.file === file && isKnown(binding)) curves.push(...curvesOf(binding, lines, leftOut));
  }
  const missingSpecs = bindings.filter(each => !isKnown(each)).map(each => each.spec);
  return { curves, missingSpecs: [...new Set(missingSpecs)], leftOut };
}

/** A line of `map.csv`. */
interface Binding extends Pick<GoldenCurve, 'file' | 'spec' | 'admission' | 'tolerance'> {
  readonly policy: string;
  readonly parameters: string;
}

function readBinding(line: Line): Binding {
  const file = line.text('golden_file');
  if (!layouts[file])
    throw new Error(`${line.place}: found "${file}", expected one of ${Object.keys(layouts).join(', ')}`);
  return {
    file,
    policy: line.text('policy'),
    parameters: line.text('params'),
    spec: line.text('spec'),
    admission: null,
    tolerance: line.number('tolerance'),
  };
}

function behindTinyLfu(mapped: readonly Binding[]): Binding[] {
  const { file, of, suffix, tolerance } = BEHIND_TINYLFU;
  return mapped
    .filter(each => each.file === of)
    .map(each => ({ ...each, file, policy: `${each.policy}${suffix}`, admission: 'tinylfu', tolerance }));
}

function curvesOf(binding: Binding, lines: readonly Line[], leftOut: Map<string, number>): GoldenCurve[] {
  const { file, policy, parameters, spec, admission, tolerance } = binding;
  const layout = layouts[file]!;
  const name = parameters === '' ? policy : `${policy} ${parameters}`;
  const points = new Map<string, GoldenPoint[]>();
  for (const line of lines) {
    const found = layout.policy(line);
    if (found.name !== policy || found.parameters !== parameters) continue;
    const row = layout.row(line);
    const reason = whyLeftOut(file, policy, row);
    if (reason !== null) {
      leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
      continue;
    }
    const curve = `${row.trace} ${row.unit}`;
    points.set(curve, [...(points.get(curve) ?? []), { ...row, whyNotBinding: whyNotBinding(file, policy, row) }]);
  }
  return [...points.values()].map(each => {
    const { trace, unit } = each[0]!;
    return { file, name, spec, admission, tolerance, trace, unit, points: each };
  });
}
