// Values by key, with a data type and a priority: high goes to L1, medium to L2, normal to L3.
import { MultiLevelCache } from 'tierlab';

interface User {
  readonly name: string;
}

const cache = new MultiLevelCache<User | number[] | string>({ l1Size: 100, l2Size: 500, l3Size: 1_000 });

cache.set('user:123', { name: 'Ada' }, { dataType: 'general', priority: 'high' });
cache.set('features:123', [0.1, 0.2, 0.3], { dataType: 'features', priority: 'medium' });
cache.set('archive:123', 'seldom asked for');

for (const key of ['user:123', 'features:123', 'archive:123', 'user:456']) {
  const answer = cache.get(key);
  console.log(answer.hit ? `${key}: ${JSON.stringify(answer.value)} from ${answer.level}` : `${key}: not there`);
}

// A newer version replaces the older one, wherever it lies.
cache.set('user:123', { name: 'Ada Lovelace' });
console.log(cache.get('user:123'));

// What is missing is loaded, once however many ask at the same time.
let loads = 0;
const load = async (key: string) => `${key}, load ${++loads}`;
console.log(await Promise.all([cache.getOrLoad('page:1', load), cache.getOrLoad('page:1', load)]));

const { totalRequests, hits, hitRatePercent, l1Stats } = cache.getComprehensiveStats();
console.log(
  `${hits} of ${totalRequests} requests hit (${hitRatePercent.toFixed(1)} %), L1 holds ${l1Stats?.size} of ${l1Stats?.maxSize}`,
);
cache.shutdown();

// Prints:
// user:123: {"name":"Ada"} from L1
// features:123: [0.1,0.2,0.3] from L2
// archive:123: "seldom asked for" from L3
// user:456: not there
// { hit: true, value: { name: 'Ada Lovelace' }, level: 'L1' }
// [ 'page:1, load 1', 'page:1, load 1' ]
// 4 of 7 requests hit (57.1 %), L1 holds 2 of 100
