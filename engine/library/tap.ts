/** Sees the requests of a cache as they come. */
export interface RequestTap {
  /**
   * @param op `GET`, `SET` or `DELETE`
   * @param time seconds
   * @param size bytes
   * @param type index into `DATA_TYPES`
   * @param priority index into `PRIORITIES`
   * @param ttl seconds, or `NO_TTL`
   */
  request(
    op: number,
    key: string,
    time: number,
    size: number,
    type: number,
    priority: number,
    ttl: number,
    client: string | undefined,
  ): void;
}
