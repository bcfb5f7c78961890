/** A configuration by the memory that it takes. */
interface Sized {
  readonly capacity: number;
  readonly cost: number;
}

/** Those that no other surpasses with as little memory, least memory first: the Pareto front. */
export function paretoFront<Item extends Sized>(
  items: readonly Item[],
  loss: (item: Item) => number,
  memory: keyof Sized,
): Item[] {
  const sorted = [...items].sort((a, b) => a[memory] - b[memory] || loss(a) - loss(b));
  const front: Item[] = [];
  for (const item of sorted) if (front.length === 0 || loss(item) < loss(front.at(-1)!)) front.push(item);
  return front;
}
