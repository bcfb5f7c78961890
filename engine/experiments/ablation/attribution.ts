/**
 * Who of several choices deserves how much of what they bring together: the average, over the orders in which they can be made, of
 * what each changes when its turn comes (Shapley, "A Value for n-Person Games", 1953; where some must come before others, Faigle and Kern, "The
 * Shapley Value for Cooperative Games under Precedence Constraints", 1992). A set of choices is a number with a bit for each.
 */

/** Every set of choices that comes up on the way, and those for first and last effects; the empty one first, the whole last. */
export function setsOf(orders: readonly (readonly number[])[], after: readonly number[]): number[] {
  const sets = new Set<number>();
  for (const order of orders) {
    let set = 0;
    sets.add(set);
    for (const choice of order) {
      set |= 1 << choice;
      sets.add(set);
    }
  }
  for (const [choice] of after.entries())
    for (const set of [...firstOf(choice, after), ...lastOf(choice, after)]) sets.add(set);
  return [...sets].sort((a, b) => a - b);
}

/** What each choice changes, summed over the orders: whole numbers where the values are. @param value of a set of choices */
export function changesOf(orders: readonly (readonly number[])[], value: (set: number) => number): number[] {
  const sums = new Array<number>(orders[0]!.length).fill(0);
  for (const order of orders) {
    let set = 0;
    for (const choice of order) {
      const next = set | (1 << choice);
      sums[choice]! += value(next) - value(set);
      set = next;
    }
  }
  return sums;
}

/** What a choice changes as the first of all that can be. */
export function firstEffect(choice: number, after: readonly number[], value: (set: number) => number): number {
  const [without, together] = firstOf(choice, after);
  return value(together) - value(without);
}

/** What a choice changes as the last of all that can be. */
export function lastEffect(choice: number, after: readonly number[], value: (set: number) => number): number {
  const [without, together] = lastOf(choice, after);
  return value(together) - value(without);
}

/** Without the choice and with it, when nothing else was chosen but what must be. */
function firstOf(choice: number, after: readonly number[]): [number, number] {
  const without = after[choice]! < 0 ? 0 : 1 << after[choice]!;
  return [without, without | (1 << choice)];
}

/** Without the choice and with it, when all else was chosen but what must wait for it. */
function lastOf(choice: number, after: readonly number[]): [number, number] {
  const waiting = after.reduce((set, first, each) => (first === choice ? set | (1 << each) : set), 0);
  const together = ((1 << after.length) - 1) & ~waiting;
  return [together & ~(1 << choice), together];
}

/**
 * Whole numbers in proportion to `sums / orders` that add up exactly: each is rounded down, and the largest remainders are given the
 * rest (Hamilton's method). The sum over all must be divisible by the number of orders.
 */
export function apportioned(sums: readonly number[], orders: number): number[] {
  const floors = sums.map(sum => Math.floor(sum / orders));
  const remainders = sums.map((sum, i) => sum - floors[i]! * orders);
  let rest = remainders.reduce((total, each) => total + each, 0) / orders;
  const byRemainder = remainders.map((_, i) => i).sort((i, j) => remainders[j]! - remainders[i]! || i - j);
  for (const i of byRemainder) if (rest-- > 0) floors[i]!++;
  return floors;
}
