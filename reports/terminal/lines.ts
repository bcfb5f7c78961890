/** Terminals and those who copy from them prefer the plain space. */
export function plainSpaces(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

/** Text from outside (titles, specs, commands) without control characters: a name must not be able to steer the terminal. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '¿');
}

/** Breaks a text at blanks into lines of at most `width` columns; a word longer than that stands alone. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length > width && line !== '') {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

/** Cuts a text to a width, with an ellipsis where something is lost. */
export function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
}

/** A summary: blocks of lines with an empty line between two; blocks without lines are left out. */
export function joinedBlocks(blocks: readonly (readonly string[])[]): string {
  const shown = blocks.filter(lines => lines.length > 0);
  return plainSpaces(shown.map(lines => lines.join('\n')).join('\n\n'));
}
