import { NO_TTL } from '../../workloads/requests.ts';
import { type LoadOptions, ttlOf, typeOf } from './request.ts';

/** What a key is loaded with ahead of demand. */
export interface LoadSetting {
  /** Index into `DATA_TYPES`. */
  readonly type: number;
  /** Seconds, or `NO_TTL`. */
  readonly ttl: number;
  /** Undefined where nobody said. */
  readonly bytes: number | undefined;
}

/** What was said last of each key when it was stored or loaded, so that it can be loaded again ahead of demand: columns by id. */
export class LoadSettings {
  private readonly types: Uint8Array;
  private readonly ttls: Float64Array;
  /** 0 where nobody said. */
  private readonly bytes: Float64Array;

  constructor(universe: number) {
    this.types = new Uint8Array(universe);
    this.ttls = new Float64Array(universe).fill(NO_TTL);
    this.bytes = new Float64Array(universe);
  }

  /** @throws InputError */
  note(id: number, options: LoadOptions): void {
    this.types[id] = typeOf(options);
    this.ttls[id] = ttlOf(options.ttlMs);
    this.bytes[id] = options.size ?? 0;
  }

  forget(id: number): void {
    this.note(id, {});
  }

  of(id: number): LoadSetting {
    return { type: this.types[id]!, ttl: this.ttls[id]!, bytes: this.bytes[id] || undefined };
  }
}
