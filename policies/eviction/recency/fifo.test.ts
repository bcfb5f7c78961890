import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FifoTwin } from '../../../test/eviction/twins/fifo.ts';

describeEvictionPolicy('fifo', () => new FifoTwin());
