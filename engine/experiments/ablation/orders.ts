/** Some of the choices were made, and one more is made now; a set of choices is a number with a bit for each. */
export interface Passage {
  readonly set: number;
  readonly choice: number;
  /** How many orders pass through here. */
  readonly orders: number;
}

/** The orders in which choices can be made, as far as it matters: what was chosen before each choice, and how often. */
export interface Orders {
  readonly passages: readonly Passage[];
  readonly count: number;
  /** Whether these are all that there are. */
  readonly exact: boolean;
}

/** Up to so many choices every order counts: 362,880 through 512 sets. */
const MOST_TRIED = 9;

/**
 * All orders of a few choices; of many, a sample.
 * @param after by choice, the number of the one that must be made before it, or -1; one at most is bound
 * @param sampled how many orders to draw
 */
export function ordersOf(after: readonly number[], sampled: number, random: () => number): Orders {
  if (after.length <= MOST_TRIED) return allOrders(after);
  const counts = new Map<number, number>();
  for (const order of drawOrders(after, sampled, random)) {
    let set = 0;
    for (const choice of order) {
      const key = set * after.length + choice;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      set |= 1 << choice;
    }
  }
  const passages = [...counts].map(([key, orders]) => {
    const choice = key % after.length;
    return { set: (key - choice) / after.length, choice, orders };
  });
  return { passages, count: sampled, exact: false };
}

/** Counted without listing them: through a set pass the orders of what is in it, times those of what is left. */
function allOrders(after: readonly number[]): Orders {
  const all = (1 << after.length) - 1;
  const to = new Float64Array(all + 1);
  const from = new Float64Array(all + 1);
  const possible = (set: number, choice: number) =>
    !(set & (1 << choice)) && (after[choice]! < 0 || (set & (1 << after[choice]!)) !== 0);
  to[0] = 1;
  from[all] = 1;
  for (let set = 0; set <= all; set++)
    for (const choice of after.keys()) if (possible(set, choice)) to[set | (1 << choice)]! += to[set]!;
  for (let set = all; set >= 0; set--)
    for (const choice of after.keys()) if (possible(set, choice)) from[set]! += from[set | (1 << choice)]!;
  const passages: Passage[] = [];
  for (let set = 0; set < all; set++)
    for (const choice of after.keys())
      if (to[set]! > 0 && possible(set, choice))
        passages.push({ set, choice, orders: to[set]! * from[set | (1 << choice)]! });
  return { passages, count: to[all]!, exact: true };
}

/**
 * Random orders, in pairs of opposites: each and the same backwards, which evens out who comes early (antithetic sampling: Mitchell et
 * al., "Sampling Permutations for Shapley Value Estimation", JMLR 23, 2022).
 */
export function drawOrders(after: readonly number[], count: number, random: () => number): number[][] {
  const list: number[][] = [];
  while (list.length < count) {
    const order = shuffled(after.length, random);
    list.push(madePossible(order, after));
    if (list.length < count) list.push(madePossible([...order].reverse(), after));
  }
  return list;
}

/** Exchanging two choices that stand in the wrong order makes every possible order equally likely, since one pair at most is bound. */
function madePossible(order: readonly number[], after: readonly number[]): number[] {
  const then = after.findIndex(first => first >= 0);
  const first = then < 0 ? -1 : after[then]!;
  if (then < 0 || order.indexOf(first) < order.indexOf(then)) return [...order];
  return order.map(each => (each === then ? first : each === first ? then : each));
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
