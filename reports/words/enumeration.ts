/** `a`, `a and b`, `a, b and c`; of more than `most`, `a, b and 3 others`. */
export function enumerate(names: readonly string[], most = Number.POSITIVE_INFINITY): string {
  const rest = names.length - most;
  if (rest > 1) return `${names.slice(0, most).join(', ')} and ${rest} others`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** With a capital first letter, as a sentence begins. */
export function capitalized(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
