/**
 * Moves labels apart along one axis until each has `gap` to its neighbours, as little as that allows, inside [low, high]
 * where they fit. Positions in any unit and order; the result keeps the order given.
 */
export function spreadLabels(positions: readonly number[], gap: number, low: number, high: number): number[] {
  const order = positions.map((_, i) => i).sort((a, b) => positions[a]! - positions[b]!);
  const placed = [...positions];
  // Neighbours that touch become one block around the mean of what its members wished for, and blocks that then touch merge.
  const blocks: { members: number[]; centre: number }[] = [];
  for (const i of order) {
    let block = { members: [i], centre: within(positions[i]!, gap, 1, low, high) };
    for (let last = blocks.at(-1); last && bottom(block, gap) < top(last, gap); last = blocks.at(-1)) {
      blocks.pop();
      const members = [...last.members, ...block.members];
      const mean = members.reduce((sum, each) => sum + positions[each]!, 0) / members.length;
      block = { members, centre: within(mean, gap, members.length, low, high) };
    }
    blocks.push(block);
  }
  for (const block of blocks)
    block.members.forEach((each, i) => {
      placed[each] = block.centre + (i - (block.members.length - 1) / 2) * gap;
    });
  return placed;
}

type Block = { readonly members: readonly number[]; readonly centre: number };

function bottom({ members, centre }: Block, gap: number): number {
  return centre - (members.length * gap) / 2;
}

function top({ members, centre }: Block, gap: number): number {
  return centre + (members.length * gap) / 2;
}

function within(centre: number, gap: number, members: number, low: number, high: number): number {
  const half = ((members - 1) * gap) / 2;
  return Math.max(low + half, Math.min(high - half, centre));
}
