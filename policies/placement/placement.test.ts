import { describe, expect, it } from 'vitest';
import { resolveSpec } from '../../spec/spec.ts';
import { placementPolicies } from '../catalog.ts';
import { CLIMBS, EVERY_LEVEL } from './contract.ts';

const [GENERAL, FEATURES, MODEL, RESULT] = [0, 1, 2, 3];
const [NORMAL, MEDIUM, HIGH] = [0, 1, 2];

function place(name: string, levels: number) {
  const { entry, values } = resolveSpec(name, placementPolicies, 'placement policy', '--placement');
  const policy = entry.create({ levels }, values);
  return (type: number, priority: number) => policy.levelFor(type, priority);
}

describe('placement by priority', () => {
  it('sends results and high priority to L1, medium to L2, the rest to L3', () => {
    const levelFor = place('priority', 3);
    for (const priority of [NORMAL, MEDIUM, HIGH]) expect(levelFor(RESULT, priority)).toBe(0);
    for (const type of [GENERAL, FEATURES, MODEL])
      expect([HIGH, MEDIUM, NORMAL].map(priority => levelFor(type, priority))).toEqual([0, 1, 2]);
  });

  it('never goes below the last level, nor below the third', () => {
    const levelsFor = (levels: number) =>
      [HIGH, MEDIUM, NORMAL].map(priority => place('priority', levels)(GENERAL, priority));
    expect(levelsFor(1)).toEqual([0, 0, 0]);
    expect(levelsFor(2)).toEqual([0, 1, 1]);
    expect(levelsFor(5)).toEqual([0, 1, 2]);
  });
});

it.each([
  ['top', 0],
  ['bottom', 3],
  ['all', EVERY_LEVEL],
  ['climb', CLIMBS],
])('placement %s does not look at the entry', (name, level) => {
  const levelFor = place(name, 4);
  for (const type of [GENERAL, RESULT])
    for (const priority of [NORMAL, HIGH]) expect(levelFor(type, priority)).toBe(level);
});
