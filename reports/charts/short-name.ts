/** A name as a label: whole where it is short, otherwise its beginning. Names come from outside and may be of any length. */
export function shortName(name: string, longest = 18): string {
  return name.length <= longest ? name : `${name.slice(0, longest - 1)}…`;
}
