import type { LevelConfiguration } from '../../engine/configuration/types.ts';
import type { SimDocument } from '../../engine/documents/sim.ts';
import { formatDuration } from '../../spec/quantity.ts';
import { type Table, text } from './table.ts';

/** The cache as it was configured: its axes, and its places. */
export function configurationTables(document: SimDocument): Table[] {
  return [configurationTable(document), levelConfigurationTable(document)];
}

function configurationTable({ configuration }: SimDocument): Table {
  const { levels: _levels, partitionLevels: _partitionLevels, ...axes } = configuration;
  return {
    id: 'configuration',
    title: 'Configuration',
    columns: [text('axis'), text('value')],
    rows: Object.entries(axes).map(([axis, value]) => [words(axis), value === null ? 'none' : String(value)]),
  };
}

function levelConfigurationTable({ configuration }: SimDocument): Table {
  const places: readonly LevelConfiguration[] = [...configuration.levels, ...configuration.partitionLevels];
  return {
    id: 'places',
    title: 'Levels and partitions, as configured',
    columns: [
      text('name'),
      { name: 'capacity', format: 'capacity' },
      text('ttl'),
      text('policy'),
      text('admission'),
      text('latency'),
    ],
    rows: places.map(({ name, capacity, ttlSeconds, policy, admission, latency }) => [
      name,
      capacity,
      ttlSeconds === null ? 'none' : formatDuration(ttlSeconds),
      policy,
      admission,
      latency,
    ]),
  };
}

/** `levelTtl` → `level ttl`. */
function words(name: string): string {
  return name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
}
