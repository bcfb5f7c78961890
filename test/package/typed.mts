// A user of the package in TypeScript; compiled against the types that it ships, and never run.
import { describe, test } from 'node:test';
import { type Answer, CacheMonitor, MultiLevelCache } from 'tierlab';
import { type Configuration, InputError, type Options, type SimDocument, simulate } from 'tierlab/engine';
import { defineEviction, type EvictionPolicy, evictionPolicies, Links } from 'tierlab/policies';
import { describeEvictionPolicy } from 'tierlab/testing';
import { readTrace } from 'tierlab/traces';
import { DATA_TYPES, Recorder, type Requests } from 'tierlab/workloads';

const cache: Options = { preset: 'tierlab', levels: 'L1=10,L2=100' };
const { requests } = await readTrace('trace.csv');
const columns: readonly string[] = requests.columns;
const outcome = simulate({ workload: requests, cache, suggest: true });
const levels: SimDocument['levels'] = outcome.levels;
const configuration: Configuration = outcome.configuration;

const live = MultiLevelCache.from<string>(configuration);
const answer: Answer<string> = live.get('key');
if (answer.hit) answer.value satisfies string;
// @ts-expect-error values have their type
live.set('key', 5);

class Queue implements EvictionPolicy {
  private readonly queue = new Links(10, 1).list();
  hit(): void {}
  victim(): number {
    return this.queue.tail;
  }
  evict(): number {
    return this.queue.tail;
  }
  insert(id: number): void {
    this.queue.pushHead(id);
  }
  remove(id: number): void {
    this.queue.unlink(id);
  }
}

describeEvictionPolicy(evictionPolicies[0]!, { runner: { describe, test } });
const made: Requests = new Recorder(['type']).finish();
const word: 'general' | 'features' | 'model' | 'result' = DATA_TYPES[0];
// @ts-expect-error the option does not exist
simulate({ workload: made, cache: { level: 'L1=10' } });
// @ts-expect-error a count is no text
levels[0]!.hits satisfies string;

export { CacheMonitor, columns, configuration, defineEviction, InputError, Queue, word };
