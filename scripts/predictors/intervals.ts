/** Student's t for 95 % and the nine degrees of freedom of ten seeds. */
const T_OF_TEN = 2.262;

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Half the width of the 95 % interval of a mean of ten. */
export function halfWidth(values: readonly number[]): number {
  if (values.length !== 10) throw new Error(`an interval of ten values was asked for, of ${values.length}`);
  const center = mean(values);
  const variance = values.reduce((sum, value) => sum + (value - center) ** 2, 0) / (values.length - 1);
  return T_OF_TEN * Math.sqrt(variance / values.length);
}
