import { expect, it } from 'vitest';
import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import { Driver } from '../../engine/replay/driver.ts';
import { nextAccesses } from '../../engine/replay/next-access.ts';
import { buildRig } from '../../engine/replay/rig.ts';
import { synthesize } from '../../engine/synthesize.ts';
import { evictionPolicies } from '../../policies/catalog.ts';

const NOBODY = { hit() {}, miss() {}, insert() {}, update() {}, leave() {} };
const requests = synthesize('zipf:keys=40', { requests: 2_000 });

it.each(evictionPolicies.map(each => each.name))(
  'a cache under %s does the same whether somebody listens or not',
  policy => {
    const configuration = resolveConfiguration(
      { preset: 'exclusive-lru', levels: 'L1=5/-,L2=8/-', policy },
      { keys: requests.universe, bytes: null },
    );
    const [alone, observed] = [null, NOBODY].map(observer => {
      const rig = buildRig(configuration, requests, 1);
      rig.hierarchy.observe(observer);
      const driver = new Driver(rig, configuration, 0);
      return [...driver.replay(requests.batches.at(0)!, rig.nextAccess && nextAccesses(requests).at(0))];
    });
    expect(observed).toEqual(alone);
  },
);
