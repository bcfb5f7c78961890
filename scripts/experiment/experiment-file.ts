import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Document, isMap, isScalar, isSeq, type Pair, YAMLMap } from 'yaml';
import { InputError } from '../../spec/input-error.ts';
import type { NamedVariant } from '../compare/named-files.ts';
import { fromFile } from '../compare/variants.ts';
import { readVariants } from '../compare/variants-file.ts';
import { offsetOf, type Positions, parseFile, readOptions } from '../options/config-file.ts';
import type { PlacedSettings } from '../options/settings.ts';
import { describeInExperiment, EXPERIMENT_OPTIONS, OF_WORKLOADS } from './options.ts';

/** What an experiment's file says. */
export interface ExperimentFile {
  /** The options that are texts, wherever they stand. */
  readonly placed: PlacedSettings;
  /** Variants with their options, where the file has them as such. */
  readonly variants: readonly NamedVariant[];
  /** Workloads, each with options of its own; none where they are a plain list, which stands with the options. */
  readonly workloads: readonly PlacedSettings[];
}

/**
 * Reads a YAML or JSON file of options in which variants may be a map of option sets by name, and workloads a list in which each may
 * have options of its own.
 * @throws InputError with file, line and column
 */
export function readExperimentFile(file: string): ExperimentFile {
  const { document, at } = parseFile(file, 'experiment');
  const { contents } = document;
  if (!isMap(contents)) throw new InputError(at(offsetOf(contents, 0)), 'expected options as "name: value"');
  const variants = contents.items.find(each => isNamed(each, 'variants') && isMap(each.value));
  const workloads = contents.items.find(each => isNamed(each, 'workload') && hasMaps(each.value));
  const rest = new YAMLMap(document.schema);
  rest.items = contents.items.filter(each => each !== variants && each !== workloads);
  return {
    placed: readOptions(document, rest, EXPERIMENT_OPTIONS, at, describeInExperiment),
    variants: variants ? readVariants(document, variants.value, at).map(each => fromFile(each, file)) : [],
    workloads: workloads ? readWorkloads(document, workloads.value, at) : [],
  };
}

/** The path of a workload that a file names: beside that file, where there is one; anything else is left as it is. */
export function besideFile(workload: string, file: string): string {
  const beside = resolve(dirname(file), workload);
  return existsSync(beside) ? beside : workload;
}

function readWorkloads(document: Document, part: unknown, at: Positions): PlacedSettings[] {
  const items: unknown[] = isSeq(part) ? part.items : [part];
  return items.map(item => {
    const one = isMap(item) ? item : new YAMLMap(document.schema);
    if (one !== item) one.add(document.createPair('workload', item));
    const placed = readOptions(document, one, OF_WORKLOADS, at);
    if (placed.settings.workload === undefined)
      throw new InputError(at(offsetOf(item, 0)), 'expected a workload, as in "{ workload: zipf, requests: 10k }"');
    return placed;
  });
}

function isNamed({ key }: Pair, name: string): boolean {
  return isScalar(key) && key.value === name;
}

function hasMaps(part: unknown): boolean {
  return isMap(part) || (isSeq(part) && part.items.some(isMap));
}
