const FIRST_BUCKETS = 64;

/**
 * Ids by use count, in constant time: a bucket for each count that occurs, the buckets in ascending order; within a bucket a
 * ring of ids from the one that arrived there first to the one that arrived last.
 * (K. Shah, A. Mitra, D. Matani: An O(1) algorithm for implementing the LFU cache eviction scheme, 2010.)
 */
export class FrequencyBuckets {
  /** The neighbours of id k in its bucket's ring stand at 2k (arrived before) and 2k + 1 (arrived after). */
  private readonly near;
  private readonly bucketOf;

  /** By bucket. Bucket 0 closes the ring of buckets: it stands below the lowest and above the highest and stays empty. */
  private uses = new Float64Array(FIRST_BUCKETS);
  private lower = new Int32Array(FIRST_BUCKETS);
  private higher = new Int32Array(FIRST_BUCKETS);
  private first = new Int32Array(FIRST_BUCKETS);
  /** Number of buckets ever opened, and the closed ones among them as a chain through `higher`; 0 ends it. */
  private opened = 1;
  private closed = 0;

  constructor(universe: number) {
    this.near = new Int32Array(2 * universe);
    this.bucketOf = new Int32Array(universe);
  }

  /** Of the ids with the lowest count, the one that reached it first. Some id must be there. */
  get leastUsed(): number {
    return this.first[this.higher[0]!]!;
  }

  /** Of the ids with the highest count, the one that reached it first. Some id must be there. */
  get mostUsed(): number {
    return this.first[this.lower[0]!]!;
  }

  /** Of the ids with the lowest count, the one that reached it last. Some id must be there. */
  get latestOfLeastUsed(): number {
    return this.near[2 * this.leastUsed]!;
  }

  /** Adds an id with one use, or with as many as it is known to have had: that takes a step for each lower count that occurs. */
  add(id: number, uses = 1): void {
    let below = 0;
    let bucket = this.higher[0]!;
    while (bucket !== 0 && this.uses[bucket]! < uses) {
      below = bucket;
      bucket = this.higher[bucket]!;
    }
    if (this.uses[bucket] === uses) this.append(id, bucket);
    else this.found(id, uses, below);
  }

  /** Counts one use more. */
  increment(id: number): void {
    const bucket = this.bucketOf[id]!;
    const uses = this.uses[bucket]! + 1;
    const next = this.higher[bucket]!;
    if (this.uses[next] === uses) {
      this.remove(id);
      this.append(id, next);
    } else if (this.near[2 * id] === id) {
      // Alone between two gaps: the bucket moves up with its only id.
      this.uses[bucket] = uses;
    } else {
      this.remove(id);
      this.found(id, uses, bucket);
    }
  }

  remove(id: number): void {
    const { near } = this;
    const bucket = this.bucketOf[id]!;
    const before = near[2 * id]!;
    if (before === id) {
      this.close(bucket);
      return;
    }
    const after = near[2 * id + 1]!;
    near[2 * before + 1] = after;
    near[2 * after] = before;
    if (this.first[bucket] === id) this.first[bucket] = after;
  }

  private append(id: number, bucket: number): void {
    const { near } = this;
    const first = this.first[bucket]!;
    const last = near[2 * first]!;
    near[2 * id] = last;
    near[2 * id + 1] = first;
    near[2 * last + 1] = id;
    near[2 * first] = id;
    this.bucketOf[id] = bucket;
  }

  /** Opens a bucket above another, with one id. */
  private found(id: number, uses: number, below: number): void {
    const bucket = this.takeBucket();
    const above = this.higher[below]!;
    this.uses[bucket] = uses;
    this.lower[bucket] = below;
    this.higher[bucket] = above;
    this.higher[below] = bucket;
    this.lower[above] = bucket;
    this.first[bucket] = id;
    this.near[2 * id] = id;
    this.near[2 * id + 1] = id;
    this.bucketOf[id] = bucket;
  }

  private close(bucket: number): void {
    const below = this.lower[bucket]!;
    const above = this.higher[bucket]!;
    this.higher[below] = above;
    this.lower[above] = below;
    this.higher[bucket] = this.closed;
    this.closed = bucket;
  }

  private takeBucket(): number {
    const bucket = this.closed;
    if (bucket !== 0) {
      this.closed = this.higher[bucket]!;
      return bucket;
    }
    if (this.opened === this.uses.length) this.grow();
    return this.opened++;
  }

  private grow(): void {
    const length = 2 * this.opened;
    const doubled = <Column extends Float64Array | Int32Array>(column: Column, grown: Column) => {
      grown.set(column);
      return grown;
    };
    this.uses = doubled(this.uses, new Float64Array(length));
    this.lower = doubled(this.lower, new Int32Array(length));
    this.higher = doubled(this.higher, new Int32Array(length));
    this.first = doubled(this.first, new Int32Array(length));
  }
}
