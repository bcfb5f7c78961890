import type { Column, Requests } from '../../requests.ts';

/** Says which of these columns and other things the workload has and the trace has not; nothing where that is none. */
export function leftOut(requests: Requests, columns: readonly Column[], others: readonly string[] = []): string[] {
  const lost = [
    ...columns.filter(column => requests.columns.includes(column)),
    ...others,
    ...(requests.phases.length > 0 ? ['the marks of phases'] : []),
  ];
  return lost.length === 0 ? [] : [`left out: ${lost.join(', ')}`];
}

/** Says what becomes of sets and deletes in a format that has no operations. */
export function operationsAsRequests({ operations, gets }: Requests): string[] {
  const others = operations - gets;
  if (others === 0) return [];
  return [`sets and deletes are written as requests like any other (${others.toLocaleString('en')})`];
}
