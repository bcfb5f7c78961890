/**
 * Points that fill the unit cube evenly: along each axis, one lies in each of as many equal pieces as there are points (McKay, Beckman
 * and Conover, "A comparison of three methods for selecting values of input variables", Technometrics 1979). So each word of an axis is
 * drawn as often as its share says, however few points there are.
 * @param random uniform in [0, 1)
 * @returns one row for each point, of coordinates in [0, 1)
 */
export function latinHypercube(points: number, axes: number, random: () => number): Float64Array[] {
  const rows = Array.from({ length: points }, () => new Float64Array(axes));
  for (let axis = 0; axis < axes; axis++) {
    const pieces = shuffled(
      Array.from({ length: points }, (_, i) => i),
      random,
    );
    for (const [p, row] of rows.entries()) row[axis] = (pieces[p]! + random()) / points;
  }
  return rows;
}

/** The same items in an order that is drawn (Fisher and Yates). */
export function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}
