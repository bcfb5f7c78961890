import { type IdList, Links } from '../structures/links.ts';
import type { EvictionContext } from './contract.ts';

/** Lists whose members are always residents, over columns that levels which exclude each other share. */
export function residentLists(context: EvictionContext, count: number): IdList[] {
  const links = context.residentLinks ?? new Links(context.universe, count);
  return Array.from({ length: count }, () => links.list());
}
