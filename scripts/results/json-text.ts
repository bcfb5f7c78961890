const WIDTH = 120;

/** JSON for people: an object has a line for each member, a list of plain values one line where that is short enough. */
export function jsonText(value: unknown): string {
  return text(JSON.parse(JSON.stringify(value)), '', 0);
}

/** @param before how much of the first line is taken: by the indentation, the key, and the comma that may follow */
function text(value: unknown, indent: string, before: number): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const deeper = `${indent}  `;
  if (!Array.isArray(value)) {
    const members = Object.entries(value).map(([key, each]) => {
      const label = `${JSON.stringify(key)}: `;
      return `${deeper}${label}${text(each, deeper, deeper.length + label.length + 1)}`;
    });
    return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`;
  }
  const items = value.map(each => text(each, deeper, deeper.length + 1));
  const line = `[${items.join(', ')}]`;
  const plain = value.every(each => each === null || typeof each !== 'object');
  if (plain && before + line.length <= WIDTH) return line;
  return `[\n${items.map(each => `${deeper}${each}`).join(',\n')}\n${indent}]`;
}
