// Data that is asked for often moves to faster levels: twenty entries start in L3, a few of them are asked for again and again.
import { MultiLevelCache } from 'tierlab';

const cache = new MultiLevelCache<number>({ l1Size: 2, l2Size: 5, l3Size: 20, preset: 'tierlab', placement: 'bottom' });
for (let item = 0; item < 20; item++) cache.set(`item ${item}`, item);

const often = [5, 10];
const sometimes = [3, 8, 12];

for (let round = 1; round <= 4; round++) {
  const answers = [...often, ...often, ...sometimes].map(item => {
    const answer = cache.get(`item ${item}`);
    return `${item}: ${answer.hit ? answer.level : 'miss'}`;
  });
  console.log(`round ${round}   ${answers.join('   ')}`);
}

const { l1Hits, l2Hits, l3Hits, misses } = cache.getComprehensiveStats();
console.log(`L1 ${l1Hits} hits, L2 ${l2Hits}, L3 ${l3Hits}, ${misses} misses`);
cache.shutdown();

// Prints:
// round 1   5: L3   10: L3   5: L2   10: L2   3: L3   8: L3   12: L3
// round 2   5: L1   10: L1   5: L1   10: L1   3: L2   8: L2   12: L2
// round 3   5: L1   10: L1   5: L1   10: L1   3: L2   8: L2   12: L2
// round 4   5: L1   10: L1   5: L1   10: L1   3: L2   8: L2   12: L2
// L1 12 hits, L2 11, L3 5, 0 misses
