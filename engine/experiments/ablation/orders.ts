/** The orders in which choices can be made. */
export interface Orders {
  /** Each lists the numbers of all choices, the first first. */
  readonly list: readonly (readonly number[])[];
  /** Whether these are all that there are. */
  readonly exact: boolean;
}

/** Up to so many choices every order is looked at: 720. */
const MOST_TRIED = 6;

/**
 * All orders of a few choices; of many, a sample in pairs of opposites, each order and the same backwards, which evens out who comes
 * early (antithetic sampling: Mitchell et al., "Sampling Permutations for Shapley Value Estimation", JMLR 23, 2022).
 * @param after by choice, the number of the one that must be made before it, or -1
 * @param sampled how many orders to draw
 */
export function ordersOf(after: readonly number[], sampled: number, random: () => number): Orders {
  if (after.length <= MOST_TRIED)
    return { list: permutations(after.length).filter(order => possible(order, after)), exact: true };
  const list: number[][] = [];
  while (list.length < sampled) {
    const order = shuffled(after.length, random);
    list.push(madePossible(order, after));
    if (list.length < sampled) list.push(madePossible([...order].reverse(), after));
  }
  return { list, exact: false };
}

function possible(order: readonly number[], after: readonly number[]): boolean {
  return after.every((first, choice) => first < 0 || order.indexOf(first) < order.indexOf(choice));
}

/** Exchanging two choices that stand in the wrong order makes every possible order equally likely, since one pair at most is bound. */
function madePossible(order: readonly number[], after: readonly number[]): number[] {
  const then = after.findIndex(first => first >= 0);
  if (then < 0 || possible(order, after)) return [...order];
  const first = after[then]!;
  return order.map(each => (each === then ? first : each === first ? then : each));
}

function permutations(length: number): number[][] {
  if (length === 0) return [[]];
  return permutations(length - 1).flatMap(shorter =>
    Array.from({ length }, (_, place) => shorter.toSpliced(place, 0, length - 1)),
  );
}

/** Fisher and Yates. */
function shuffled(length: number, random: () => number): number[] {
  const order = Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
