import type { Orders } from './orders.ts';

/**
 * Who of several choices deserves how much of what they bring together: the average, over the orders in which they can be made, of
 * what each changes when its turn comes (Shapley, "A Value for n-Person Games", 1953; where some must come before others, Faigle and Kern, "The
 * Shapley Value for Cooperative Games under Precedence Constraints", 1992).
 */

/** Every set of choices that comes up on the way, and those for first and last effects; the empty one first, the whole last. */
export function setsOf({ passages }: Orders, after: readonly number[]): number[] {
  const sets = new Set<number>([0]);
  for (const { set, choice } of passages) sets.add(set).add(set | (1 << choice));
  for (const choice of after.keys())
    for (const set of [...firstOf(choice, after), ...lastOf(choice, after)]) sets.add(set);
  return [...sets].sort((a, b) => a - b);
}

/** What each choice changes, on average over the orders. @param value of a set of choices */
export function averageChanges({ passages, count }: Orders, choices: number, value: (set: number) => number): number[] {
  const sums = new Array<number>(choices).fill(0);
  for (const { set, choice, orders } of passages) sums[choice]! += orders * (value(set | (1 << choice)) - value(set));
  return sums.map(sum => sum / count);
}

/**
 * The same in whole numbers that add up exactly to what all choices change together: each is rounded down, and the largest remainders
 * are given the rest (Hamilton's method). @param amount of a set of choices, a whole number
 */
export function wholeChanges({ passages, count }: Orders, choices: number, amount: (set: number) => number): number[] {
  // Hundreds of thousands of orders times thousands of millions of hits are more than a double holds.
  const sums = new Array<bigint>(choices).fill(0n);
  for (const { set, choice, orders } of passages)
    sums[choice]! += BigInt(orders) * BigInt(amount(set | (1 << choice)) - amount(set));
  const whole = BigInt(count);
  const remainders = sums.map(sum => ((sum % whole) + whole) % whole);
  const shares = sums.map((sum, i) => Number((sum - remainders[i]!) / whole));
  let rest = Number(remainders.reduce((sum, each) => sum + each, 0n) / whole);
  const order = remainders.map((_, i) => i).sort((i, j) => Number(remainders[j]! - remainders[i]!) || i - j);
  for (const i of order) if (rest-- > 0) shares[i]!++;
  return shares;
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
