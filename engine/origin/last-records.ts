import { type Column, NO_TTL, type Requests } from '../../workloads/requests.ts';

/**
 * What the records said last of each id, so that it can be fetched ahead of the next: of the columns that the workload has; what no record says
 * costs nothing.
 */
export class LastRecords {
  private readonly types: Uint8Array | null;
  private readonly priorities: Uint8Array | null;
  /** 0 for what was never named. */
  private readonly bytes: Float64Array | null;
  private readonly ttls: Float64Array | null;

  constructor({ universe, columns }: Pick<Requests, 'universe' | 'columns'>) {
    const has = (column: Column) => columns.includes(column);
    this.types = has('type') ? new Uint8Array(universe) : null;
    this.priorities = has('priority') ? new Uint8Array(universe) : null;
    this.bytes = has('size') ? new Float64Array(universe) : null;
    this.ttls = has('ttl') ? new Float64Array(universe).fill(NO_TTL) : null;
  }

  note(id: number, type: number, priority: number, bytes: number, ttl: number): void {
    if (this.types) this.types[id] = type;
    if (this.priorities) this.priorities[id] = priority;
    if (this.bytes) this.bytes[id] = bytes;
    if (this.ttls) this.ttls[id] = ttl;
  }

  /** Whether its size is known. */
  knows(id: number): boolean {
    return this.bytesOf(id) > 0;
  }

  typeOf(id: number): number {
    return this.types ? this.types[id]! : 0;
  }

  priorityOf(id: number): number {
    return this.priorities ? this.priorities[id]! : 0;
  }

  bytesOf(id: number): number {
    return this.bytes ? this.bytes[id]! : 0;
  }

  ttlOf(id: number): number {
    return this.ttls ? this.ttls[id]! : NO_TTL;
  }
}
