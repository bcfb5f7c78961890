/** How options are written on the command line. */

/** `levelTtl` → `--level-ttl`. */
export function flagOf(name: string): string {
  return `--${kebab(name)}`;
}

/** `levelTtl` → `level-ttl`. */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}

/** Options as the words of a command; a flag is true. */
export function optionWords(options: Readonly<Record<string, string | true | undefined>>): string[] {
  return Object.entries(options).flatMap(([name, value]) => {
    if (value === undefined) return [];
    return value === true ? [flagOf(name)] : [flagOf(name), value];
  });
}
