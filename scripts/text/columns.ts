const WIDTH = 80;

/** Breaks text at blanks so that it fits into 80 columns beside a margin; the first line is not indented. */
export function wrap(text: string, margin: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines[lines.length - 1]!;
    if (line !== '' && margin + line.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join(`\n${' '.repeat(margin)}`);
}

/** A term and its explanation, which starts in the given column: beside the term, or below a long one. */
export function entry(term: string, text: string, column: number): string {
  const gap = term.length + 2 <= column ? ' '.repeat(column - term.length) : `\n${' '.repeat(column)}`;
  return `${term}${gap}${wrap(text, column)}`;
}
