import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { RecencyTwin } from '../../../test/eviction/twins/recency.ts';

describeEvictionPolicy('lru', () => new RecencyTwin('oldest'));
