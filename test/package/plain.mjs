// A user of the package in plain JavaScript: what it finds, as JSON.
import { MultiLevelCache } from 'tierlab';
import { missRatioCurves, presets, simulate, synthesize } from 'tierlab/engine';
import { defineEviction, evictionPolicies } from 'tierlab/policies';
import { readTrace } from 'tierlab/traces';
import { Recorder, workloads } from 'tierlab/workloads';

const cache = new MultiLevelCache({ l1Size: 2, l2Size: 2, l3Size: 2 });
cache.set('key', 'value', { priority: 'high' });

const recorder = new Recorder([]);
for (const id of [0, 1, 0, 1, 2, 0]) recorder.add(id);
const { totals } = simulate({
  workload: recorder.finish(),
  cache: { preset: 'exclusive-lru', levels: 'L1=1/-/lru,L2=1/-/lru' },
});
const [curve] = missRatioCurves({ workload: 'loop:keys=10', requests: 100, policies: ['lru'], capacities: [10] });
const { requests } = await readTrace(process.argv[2]);
console.log(
  JSON.stringify({
    policies: evictionPolicies.map(each => each.name),
    workloads: workloads.map(each => each.name),
    presets: presets.map(each => each.name),
    defines: typeof defineEviction,
    gets: synthesize('zipf', { requests: 50 }).gets,
    cached: cache.get('key'),
    hits: totals.hits,
    misses: curve.misses,
    traced: requests.gets,
  }),
);
