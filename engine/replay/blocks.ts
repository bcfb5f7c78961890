import type { Batch, Batches, Requests } from '../../workloads/requests.ts';

/** What was counted over some requests. */
export interface Sums {
  /** Gets. */
  readonly requests: number;
  readonly hits: number;
  readonly latencyMs: number;
  readonly fetches: number;
  readonly stale: number;
}

const NOTHING: Sums = { requests: 0, hits: 0, latencyMs: 0, fetches: 0, stale: 0 };

/** The part of a batch that lies in one block. */
interface Piece {
  readonly batch: number;
  readonly from: number;
  readonly to: number;
  readonly block: number;
}

/** The same requests in batches that end wherever one of so many equally long blocks ends. */
export class Blocks implements Batches {
  private readonly pieces: Piece[] = [];
  private readonly batches: Batches;

  constructor({ batches, operations }: Requests, blocks: number) {
    this.batches = batches;
    const edge = (block: number) => Math.round((operations * block) / blocks);
    let records = 0;
    let block = 0;
    let number = 0;
    for (const { length } of batches) {
      for (let from = 0; from < length; ) {
        while (edge(block + 1) <= records + from) block++;
        const to = Math.min(length, edge(block + 1) - records);
        this.pieces.push({ batch: number, from, to, block });
        from = to;
      }
      records += length;
      number++;
    }
  }

  get length(): number {
    return this.pieces.length;
  }

  at(index: number): Batch | undefined {
    const piece = this.pieces[index];
    return piece && part(this.batches.at(piece.batch)!, piece.from, piece.to);
  }

  /** Whether the piece of that number is the last of its block. */
  endsBlock(index: number): boolean {
    return this.pieces[index + 1]?.block !== this.pieces[index]!.block;
  }

  *[Symbol.iterator](): Generator<Batch> {
    let next = 0;
    let number = 0;
    for (const batch of this.batches) {
      for (; this.pieces[next]?.batch === number; next++)
        yield part(batch, this.pieces[next]!.from, this.pieces[next]!.to);
      number++;
    }
  }
}

function part(batch: Batch, from: number, to: number): Batch {
  if (from === 0 && to === batch.length) return batch;
  return {
    length: to - from,
    id: batch.id.subarray(from, to),
    time: batch.time?.subarray(from, to) ?? null,
    op: batch.op?.subarray(from, to) ?? null,
    size: batch.size?.subarray(from, to) ?? null,
    type: batch.type?.subarray(from, to) ?? null,
    priority: batch.priority?.subarray(from, to) ?? null,
    ttl: batch.ttl?.subarray(from, to) ?? null,
    client: batch.client?.subarray(from, to) ?? null,
  };
}

/** What a run has counted, block by block. */
export class BlockBooks {
  /** Those in which something was counted. */
  readonly blocks: Sums[] = [];
  private before: Sums = NOTHING;

  /** The counters that restart when the warm-up is over have done so. */
  restart(): void {
    this.before = { ...this.before, fetches: 0, stale: 0 };
  }

  /** A block has ended. @param now all that was counted so far */
  close(now: Sums): void {
    const { before } = this;
    this.before = now;
    if (now.requests === before.requests) return;
    this.blocks.push({
      requests: now.requests - before.requests,
      hits: now.hits - before.hits,
      latencyMs: now.latencyMs - before.latencyMs,
      fetches: now.fetches - before.fetches,
      stale: now.stale - before.stale,
    });
  }
}
