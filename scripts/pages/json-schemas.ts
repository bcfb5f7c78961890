import { z } from 'zod';
import { commands } from '../commands/catalog.ts';
import { describeFor } from '../commands/description.ts';
import { configSchema } from '../options/config-file.ts';
import { jsonText } from '../results/json-text.ts';
import { ablateSchema } from '../schemas/ablate.ts';
import { benchSchema } from '../schemas/bench.ts';
import { policiesSchema, presetsSchema, workloadsSchema } from '../schemas/catalogues.ts';
import { compareSchema } from '../schemas/compare.ts';
import { experimentFileSchema, experimentSchema } from '../schemas/experiment.ts';
import { explainSchema } from '../schemas/explain.ts';
import { mrcSchema } from '../schemas/mrc.ts';
import { mrcPerLevelSchema } from '../schemas/mrc-per-level.ts';
import { querySchema } from '../schemas/query.ts';
import { simSchema } from '../schemas/sim.ts';
import { traceConvertSchema } from '../schemas/trace-convert.ts';
import { traceInfoSchema } from '../schemas/trace-info.ts';
import { tuneSchema } from '../schemas/tune.ts';

const documents = {
  sim: simSchema,
  compare: compareSchema,
  experiment: experimentSchema,
  query: querySchema,
  ablate: ablateSchema,
  mrc: mrcSchema,
  'mrc-per-level': mrcPerLevelSchema,
  tune: tuneSchema,
  explain: explainSchema,
  'trace-info': traceInfoSchema,
  'trace-convert': traceConvertSchema,
  policies: policiesSchema,
  bench: benchSchema,
  workloads: workloadsSchema,
  presets: presetsSchema,
};

/** JSON Schema files by path: one for each document, and one for the configuration file of each command that takes one. */
export function jsonSchemas(): Record<string, string> {
  const ofDocuments = Object.entries(documents).map(([name, schema]) => [
    `docs/schema/${name}.schema.json`,
    text(schema, `The document of tierlab ${name.replace('-', ' ')}`),
  ]);
  const ofConfigurations = commands
    .filter(each => each.options.includes('config'))
    .map(each => [
      `docs/schema/${each.name}.config.schema.json`,
      text(
        configSchema(each.options, name => describeFor(each, name)),
        `A configuration file for tierlab ${each.name} --config`,
      ),
    ]);
  return {
    ...Object.fromEntries([...ofDocuments, ...ofConfigurations]),
    'docs/schema/experiment.config.schema.json': text(experimentFileSchema, 'The file of tierlab experiment'),
  };
}

function text(schema: z.ZodType, title: string): string {
  return `${jsonText({ title, ...z.toJSONSchema(schema, { io: 'input' }) })}\n`;
}
