// A machine-learning service: features, models and results each have room of their own, with lifetimes of their own.
import { MultiLevelCache } from 'tierlab';

type Artifact = readonly number[] | ((features: readonly number[]) => number) | number;

const cache = new MultiLevelCache<Artifact>({
  partitions: 'quota',
  quotas: 'features=80/10m,model=10/1h,result=40/3m',
});
const done = { features: 0, model: 0, result: 0 };

async function featuresOf(dataset: string): Promise<readonly number[]> {
  const compute = async () => {
    done.features++;
    return [...dataset].map(letter => letter.charCodeAt(0) / 128);
  };
  return (await cache.getOrLoad(`features/${dataset}`, compute, { dataType: 'features' })) as readonly number[];
}

async function modelNamed(name: string): Promise<(features: readonly number[]) => number> {
  const train = async () => {
    done.model++;
    return (features: readonly number[]) => features.reduce((sum, each) => sum + each, name.length);
  };
  const options = { dataType: 'model', priority: 'high' } as const;
  return (await cache.getOrLoad(`model/${name}`, train, options)) as (features: readonly number[]) => number;
}

async function predict(model: string, dataset: string): Promise<number> {
  const compute = async () => {
    done.result++;
    const [infer, features] = await Promise.all([modelNamed(model), featuresOf(dataset)]);
    return infer(features);
  };
  return (await cache.getOrLoad(`result/${model}/${dataset}`, compute, { dataType: 'result' })) as number;
}

const requests = [
  'churn north',
  'churn south',
  'price north',
  'churn north',
  'price south',
  'churn south',
  'churn north',
];
for (const request of requests) {
  const [model, dataset] = request.split(' ') as [string, string];
  console.log(`${request}: ${(await predict(model, dataset)).toFixed(2)}`);
}

console.log(`computed: ${done.features} feature sets, ${done.model} models, ${done.result} results`);
for (const { name, size, maxSize, hits, misses } of Object.values(cache.getComprehensiveStats().partitions))
  console.log(`${name}: ${size} of ${maxSize} entries, ${hits} hits, ${misses} misses`);
cache.shutdown();

// Prints:
// churn north: 9.34
// churn south: 9.40
// price north: 9.34
// churn north: 9.34
// price south: 9.40
// churn south: 9.40
// churn north: 9.34
// computed: 2 feature sets, 2 models, 4 results
// features: 2 of 80 entries, 2 hits, 2 misses
// model: 2 of 10 entries, 2 hits, 2 misses
// result: 4 of 40 entries, 3 hits, 4 misses
