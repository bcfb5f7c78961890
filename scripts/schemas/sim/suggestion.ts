import { z } from 'zod';
import { axisNames } from '../../sim/axes.ts';
import { count, milliseconds, ratio } from '../parts.ts';

const estimate = (what: string) =>
  z.strictObject({ mean: z.number(), low: z.number(), high: z.number() }).describe(`${what}, and its 95 % interval`);

const effect = z.strictObject({
  hitRatioBefore: ratio,
  hitRatioAfter: ratio,
  latencyMeanMsBefore: milliseconds,
  latencyMeanMsAfter: milliseconds,
  originFetchesBefore: count,
  originFetchesAfter: count,
  staleHitsBefore: count,
  staleHitsAfter: count,
  movedBefore: z.number().min(0),
  movedAfter: z.number().min(0),
  capacityBefore: z.number(),
  capacityAfter: z.number(),
  hitRatioDifference: estimate('after − before'),
  latencyMeanChange: estimate('(after − before) / before'),
  originFetchesChange: estimate('(after − before) / before'),
  staleRatioDifference: estimate('after − before, as a share of the requests'),
  evidence: z
    .strictObject({ kind: z.enum(['seeds', 'blocks']), count })
    .describe('of what the intervals are: several seeds, or blocks of consecutive requests of one run'),
});

/** What the run tells, with nothing to change. */
export const observation = z.strictObject({ rule: z.string(), title: z.string(), reason: z.string() });

/** A change that was tried, and what it brings. */
export const suggestion = observation.extend({
  change: z.partialRecord(z.enum(axisNames), z.string()).describe('options to change'),
  effect: effect.describe('before and after on the requests of this document'),
  command: z.string().nullable().describe('runs the change; the variable TRACE stands for the file of a trace'),
});
