import { describe, expect, it } from 'vitest';
import { Recorder } from '../../../workloads/recorder.ts';
import type { Requests } from '../../../workloads/requests.ts';
import { simulate } from '../../experiments/simulate.ts';

const FEATURES = 1;
const MODEL = 2;

/** Features in a loop of the given length beside three models. */
function loops(features: number): Requests {
  const recorder = new Recorder(['type']);
  for (let i = 0; i < 1_500; i++) {
    recorder.add(i % 3, { type: MODEL });
    recorder.add(3 + (i % features), { type: FEATURES });
  }
  return recorder.finish();
}

function suggested(workload: Requests, quotas: string) {
  const cache = { preset: 'exclusive-lru', levels: 'L1=4/-/lru,L2=4/-/lru', partitions: 'quota', quotas };
  const { suggestions, partitions } = simulate({ workload, cache, suggest: true });
  const found = suggestions.filter(each => each.rule === 'partitions-uneven');
  return { found, partitions, rerun: (i: number) => simulate({ workload, cache: { ...cache, ...found[i]!.change } }) };
}

describe('room between partitions', () => {
  it('moves to where it is worth more, as far as the re-run shows', () => {
    // A loop of 50 in 48 entries misses all; the 40 entries for three models are never used.
    const { found, rerun } = suggested(loops(50), 'features=48/-,model=40/-,result=1/-');
    expect(found.map(each => each.title)).toContain('features 48 → 52, model 40 → 36');
    const i = found.findIndex(each => each.title === 'features 48 → 52, model 40 → 36');
    expect(found[i]).toMatchObject({
      change: { quotas: 'features=52/-/lru,model=36/-/lru,result=1/-/lru' },
      effect: { capacityBefore: 97, capacityAfter: 97 },
    });
    expect(rerun(i).totals.hitRatio).toBe(found[i]!.effect!.hitRatioAfter);
    expect(found[i]!.effect!.hitRatioAfter).toBeGreaterThan(found[i]!.effect!.hitRatioBefore + 0.4);
    expect(found[i]!.reason).toMatch(/^One entry more is worth [\d,]+ hits to features, one less costs \w+ 0\.$/);
  });

  it('moves by half where a tenth is not enough', () => {
    // A tenth of the 40 entries makes 76 of 72, still too few for a loop of 80.
    const { found } = suggested(loops(80), 'features=72/-,model=40/-,result=1/-');
    expect(found.map(each => each.title)).toEqual(['features 72 → 92, model 40 → 20']);
  });

  it('stays where all have what they need', () => {
    expect(suggested(loops(50), 'features=60/-,model=10/-,result=1/-').found).toEqual([]);
  });

  it('stays where it would be missed as much', () => {
    // Three models just fit, and each entry is worth as much to them.
    const { found } = suggested(loops(50), 'features=49/-,model=3/-,result=1/-');
    expect(found.map(each => each.title)).toEqual([]);
  });
});
