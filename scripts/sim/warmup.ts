import { InputError } from '../../spec/input-error.ts';
import { parseCount } from '../../spec/quantity.ts';

/**
 * Requests at the start that are not counted: a number, or a share such as `10%`.
 * @throws InputError when nothing is left to count
 */
export function resolveWarmup(text: string | undefined, requests: number): number {
  if (text === undefined) return 0;
  const share = /^(\d+(?:\.\d+)?)\s*%$/.exec(text.trim())?.[1];
  const warmup = share === undefined ? parseCount(text, '--warmup') : Math.floor((requests * Number(share)) / 100);
  if (warmup < requests) return warmup;
  throw new InputError('--warmup', `found ${text}, expected less than the ${requests} requests of the workload`);
}
