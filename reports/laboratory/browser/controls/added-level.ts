import type { LevelDraft } from '../../../../engine/configuration/draft.ts';
import { parseCapacity } from '../../../../spec/quantity.ts';

/** A level below the last one: like it, and twice as large. */
export function addedLevel(levels: readonly LevelDraft[]): LevelDraft {
  const last = levels[levels.length - 1]!;
  const taken = new Set(levels.map(level => level.name));
  let number = levels.length + 1;
  while (taken.has(`L${number}`)) number++;
  return { ...last, name: `L${number}`, capacity: doubled(last.capacity) };
}

/** The same text where it cannot be read: the engine complains of the first of the two. */
function doubled(text: string): string {
  try {
    const { unit, value } = parseCapacity(text, '');
    return `${2 * value}${{ entries: '', bytes: 'B', percent: '%' }[unit]}`;
  } catch {
    return text;
  }
}
