import fc from 'fast-check';
import type { Options } from '../../engine/configuration/types.ts';
import { admissionPolicies, demotionPolicies, evictionPolicies, promotionPolicies } from '../../policies/catalog.ts';
import { DELETE, GET, NO_TTL, SET } from '../../workloads/requests.ts';
import type { TestRecord, WrittenColumn } from './records.ts';

/** A random cache and random requests for it. */
export interface Scenario {
  readonly options: Options;
  readonly records: readonly TestRecord[];
  /** Those that the workload has; with `size`, capacities are bytes. */
  readonly columns: readonly WrittenColumn[];
  /** Gets at the start that are not counted. */
  readonly warmup: number;
}

/** Ids are below this: about as many as the levels hold. */
export const IDS = 24;
/** Requests per second, where requests have no times. */
const RATE = 4;
const COLUMNS: readonly WrittenColumn[] = ['time', 'op', 'type', 'priority', 'ttl'];

const policies = evictionPolicies.map(entry => entry.name);
const sizedPolicies = evictionPolicies.filter(entry => entry.capabilities.sized).map(entry => entry.name);

const filters = admissionPolicies.map(entry => entry.name);
const filtersOfEntries = admissionPolicies.filter(entry => !entry.capabilities.needsSizes).map(entry => entry.name);

/** Every promotion policy with its defaults, and some with other parameters. */
const promotions = promotionPolicies
  .map(entry => ({ spec: entry.name, moves: 'to' in entry.parameters }))
  .concat(
    ['nth-hit:n=2,window=5s', 'cost-benefit:cost=0,window=2', 'probability:p=0.5', 'promote:every=2'].map(spec => ({
      spec,
      moves: true,
    })),
  )
  .concat({ spec: 'ulc', moves: false });

/** Every demotion policy with its defaults, and some with other parameters. */
const demotions = demotionPolicies
  .map(entry => entry.name)
  .concat('probability:p=0.9', 'reject-first:window=0.2', 'min-remaining-ttl:seconds=2,share=0.5');

/** Seconds between two requests, in quarters so that sums are exact; now and then the clock steps back. */
const step = fc.oneof(
  { weight: 30, arbitrary: fc.nat({ max: 8 }) },
  { weight: 1, arbitrary: fc.integer({ min: -40, max: -1 }) },
);

const record = fc.record({
  id: fc.nat({ max: IDS - 1 }),
  step,
  op: fc.constantFrom(GET, GET, GET, GET, GET, SET, SET, DELETE),
  size: fc.integer({ min: 1, max: 9 }),
  type: fc.constantFrom(0, 0, 0, 1, 2, 3),
  priority: fc.nat({ max: 2 }),
  ttl: fc.constantFrom(NO_TTL, NO_TTL, 0.5, 3, 10, 60),
});

const records = fc.array(record, { minLength: 20, maxLength: 160, size: 'max' }).map(steps => {
  let quarters = 0;
  return steps.map(({ step, ...rest }): TestRecord => {
    quarters += step;
    return { ...rest, time: quarters / 4 };
  });
});

function axes(sized: boolean): fc.Arbitrary<Options> {
  const names = sized ? sizedPolicies : policies;
  const admission = fc.constantFrom('always', 'always', ...(sized ? filters : filtersOfEntries));
  const policy = fc.constantFrom(...names, 'lru', 'lru');
  const capacity = sized ? fc.integer({ min: 1, max: 40 }).map(bytes => `${bytes}B`) : fc.integer({ min: 1, max: 8 });
  const ttl = fc.constantFrom('-', '1s', '2.5s', '5s', '20s');
  const level = fc.tuple(capacity, ttl, policy).map(parts => parts.join('/'));
  const drawn: fc.Arbitrary<Options> = fc.record(
    {
      levels: fc
        .array(level, { minLength: 1, maxLength: 8 })
        .map(list => list.map((each, i) => `L${i + 1}=${each}`).join()),
      residency: fc.oneof(
        fc.constant('per-level'),
        policy.map(each => `unified:policy=${each}`),
        fc.constantFrom('guarded', 'guarded:challenger=lfu', 'guarded:challenger=lirs+s3-fifo'),
      ),
      inclusion: fc.constantFrom('exclusive', 'exclusive', 'inclusive', 'nine'),
      placement: fc.constantFrom('priority', 'top', 'bottom', 'all', 'climb'),
      admission: fc.oneof(
        admission,
        admission.map(each => `L1=${each}`),
      ),
      promotion: fc
        .tuple(fc.constantFrom(...promotions), fc.constantFrom('next', 'top', 'all'), fc.constantFrom('copy', 'move'))
        .map(([{ spec, moves }, to, by]) =>
          moves ? `${spec}${spec.includes(':') ? ',' : ':'}to=${to},by=${by}` : spec,
        ),
      demotion: fc.constantFrom(...demotions),
      levelTtl: fc.constantFrom('remove', 'cool'),
      lifetime: fc.constantFrom('carry', 'restamp'),
      expiry: fc.constantFrom('lazy', 'expired-first'),
      tti: fc.constantFrom('1s', '4s'),
      sweep: fc.constantFrom('1s', '7s'),
      coherence: fc.constantFrom('supersede', 'none'),
      partitions: fc.constantFrom('none', 'quota', 'write-only'),
      fill: fc.constantFrom('cache-aside', 'read-through', 'none'),
    },
    { requiredKeys: ['levels'] },
  );
  // An order over all levels goes with exclusive levels only.
  return drawn.map(({ residency, ...rest }) =>
    residency === undefined || (rest.inclusion ?? 'exclusive') !== 'exclusive' ? rest : { ...rest, residency },
  );
}

export const scenarios: fc.Arbitrary<Scenario> = fc
  .boolean()
  .chain(sized =>
    fc.record({
      options: axes(sized),
      columns: fc.subarray([...COLUMNS]).map((some): WrittenColumn[] => (sized ? [...some, 'size'] : some)),
      records,
      warmup: fc.constantFrom(0, 0, 1, 30),
    }),
  )
  .map(({ records, columns, options, warmup }) => ({
    options: { ...options, rate: String(RATE) },
    columns,
    warmup,
    records: records.map((record, i) => seenThrough(columns, record, i)),
  }));

/** What is left of a record when the workload has these columns only. */
function seenThrough(columns: readonly WrittenColumn[], record: TestRecord, i: number): TestRecord {
  const absent = { time: i / RATE, op: GET, size: 1, type: 0, priority: 0, ttl: NO_TTL };
  const present = columns.map(column => [column, record[column]]);
  return { id: record.id, ...absent, ...Object.fromEntries(present) };
}
