import { closeSync } from 'node:fs';
import { bytesOf } from '../../batch-memory.ts';
import type { BatchSink } from '../../batch-sink.ts';
import { type Batch, type Batches, COLUMNS } from '../../requests.ts';
import { BatchFile } from './batch-file.ts';
import { StoredBatches } from './stored-batches.ts';
import { openTemporaryFile } from './temporary-file.ts';

/** Bytes of columns that may stay in memory: 16 million ids, or 3 million records of time and size. */
export const MEMORY_BYTES = 1 << 26;

/** A file that batches may go to, once they take so many bytes. */
export interface Destination {
  readonly fromBytes: number;
  /** Opens the file, empty, for writing and reading. @throws NodeJS.ErrnoException */
  open(): number;
}

/**
 * Keeps batches in memory while they are few, and from then on in a file alone. A file that cannot be written is given up for
 * the next destination as long as everything is still in memory as well.
 */
export class Overflow implements BatchSink {
  private memory: Batch[] | null = [];
  private bytes = 0;
  private file: BatchFile | null = null;
  private destinations: readonly Destination[];
  private readonly memoryBytes: number;

  /**
   * @param destinations in the order in which they come into question; after them a temporary file does
   * @param memoryBytes what may stay in memory
   */
  constructor(destinations: readonly Destination[] = [], memoryBytes = MEMORY_BYTES) {
    this.destinations = [...destinations, { fromBytes: memoryBytes, open: openTemporaryFile }];
    this.memoryBytes = memoryBytes;
  }

  /** @throws NodeJS.ErrnoException when the only file that holds batches cannot be written any more */
  take(batch: Batch): boolean {
    this.bytes += bytesOf(
      batch.length,
      COLUMNS.filter(name => batch[name]),
    );
    this.memory?.push(batch);
    this.write(batch);
    if (this.file && this.bytes > this.memoryBytes) this.memory = null;
    return this.memory === null;
  }

  finish(): Batches {
    if (this.memory) return this.memory;
    const { descriptor, layout } = this.file!;
    return new StoredBatches({ descriptor, layout });
  }

  /** The file of a destination, if that is where all batches have been written to. */
  fileOf(destination: Destination): BatchFile | null {
    return this.destinations[0] === destination ? this.file : null;
  }

  /** Closes the file unless it holds what `finish` gave. */
  release(): void {
    if (this.memory && this.file) closeSync(this.file.descriptor);
    this.file = null;
  }

  private write(batch: Batch): void {
    while (this.file || this.isDue()) {
      try {
        if (this.file) this.file.append(batch);
        else this.file = this.begin();
        return;
      } catch (error) {
        if (!this.memory) throw error;
        this.release();
        this.destinations = this.destinations.slice(1);
      }
    }
  }

  /** A file with the batches taken before, and the one at hand. */
  private begin(): BatchFile {
    const file = new BatchFile(this.destinations[0]!.open());
    try {
      for (const each of this.memory!) file.append(each);
    } catch (error) {
      closeSync(file.descriptor);
      throw error;
    }
    return file;
  }

  private isDue(): boolean {
    const [next] = this.destinations;
    return next !== undefined && this.bytes > next.fromBytes;
  }
}
