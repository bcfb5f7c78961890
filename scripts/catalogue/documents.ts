import { presets } from '../../engine/configuration/presets.ts';
import type { Options } from '../../engine/configuration/types.ts';
import type { Paper, Parameters } from '../../spec/parameter.ts';
import { workloads } from '../../workloads/catalog.ts';
import { traceFormats } from '../../workloads/traces/catalog.ts';
import type { PolicyFamily } from '../options/description.ts';
import { type Listed, policies } from './catalogues.ts';
import type { Capabilities } from './words.ts';

interface Entry {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly summary: string;
}

export interface PolicyEntry extends Entry {
  readonly family: PolicyFamily;
  /** What kind of eviction policy it is; null in the other families. */
  readonly group: string | null;
  /** How it works, where it wins and where it loses; null where the summary says it all. */
  readonly about: string | null;
  readonly paper: Paper | null;
  /** JSON has no infinity: a duration without end is null there. */
  readonly parameters: Parameters;
  /** What eviction and admission policies can and cannot do; empty for the other families. */
  readonly capabilities: Capabilities;
}

export interface WorkloadEntry extends Entry {
  /** Where the model comes from, if it was published. */
  readonly source: string | null;
  readonly parameters: Parameters;
  /** Gets, when the user names no number. */
  readonly requests: number;
}

/** A format of trace files. */
export interface FormatEntry extends Entry {
  /** The layout of a record in words. */
  readonly layout: string;
}

export interface PresetEntry {
  readonly name: string;
  readonly summary: string;
  readonly options: Options;
}

export interface PoliciesDocument {
  readonly schema: 'tierlab/policies@1';
  readonly policies: readonly PolicyEntry[];
}

export interface WorkloadsDocument {
  readonly schema: 'tierlab/workloads@1';
  readonly workloads: readonly WorkloadEntry[];
  readonly formats: readonly FormatEntry[];
}

export interface PresetsDocument {
  readonly schema: 'tierlab/presets@1';
  readonly presets: readonly PresetEntry[];
}

export function policiesDocument(): PoliciesDocument {
  return {
    schema: 'tierlab/policies@1',
    policies: policies.map(policyEntry),
  };
}

export function policyEntry({ name, aliases = [], family, group, summary, about, ...rest }: Listed): PolicyEntry {
  const { paper, parameters, capabilities = {} } = rest;
  return { name, aliases, family, group, summary, about: about ?? null, paper, parameters, capabilities };
}

export function workloadsDocument(): WorkloadsDocument {
  return {
    schema: 'tierlab/workloads@1',
    workloads: workloads.map(({ name, aliases = [], summary, source = null, parameters, requests }) => ({
      name,
      aliases,
      summary,
      source,
      parameters,
      requests,
    })),
    formats: traceFormats.map(({ name, aliases, summary, layout }) => ({ name, aliases, summary, layout })),
  };
}

export function presetsDocument(): PresetsDocument {
  return {
    schema: 'tierlab/presets@1',
    presets: presets.map(({ name, summary, options }) => ({ name, summary, options })),
  };
}
