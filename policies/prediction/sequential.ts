import { definePrediction, HOW } from './contract.ts';

/** No key yet. */
const NONE = -1;

/**
 * Sequential prefetching: after key k come k + 1, k + 2 and so on. What is proposed is as likely as the run of the client that leads to it is
 * long: of runs that went n steps, n in n + 1 are expected to go on (Laplace's rule of succession).
 */
export const sequential = definePrediction({
  name: 'sequential',
  aliases: ['read-ahead', 'next-line'],
  summary: 'Proposes the next keys after the requested one, for keys that are numbers',
  about:
    'On a miss the next keys are proposed, and with the trigger tagged also when a key that was fetched ahead is asked for first, so that a scan goes on ' +
    'without a miss; then only what lies beyond the furthest that was proposed. Confidence grows with the length of the run, and the throttle learns ' +
    'which lengths pay. It pays for scans, loops and files read from front to back; where neighbours have nothing in common it never earns trust.',
  paper: {
    authors: 'A. J. Smith',
    title: 'Sequential program prefetching in memory hierarchies',
    venue: 'IEEE Computer',
    year: 1978,
  },
  parameters: {
    degree: { type: 'integer', default: 4, min: 1, max: 1_024, summary: 'keys that are proposed ahead' },
    step: {
      type: 'integer',
      default: 1,
      min: 1,
      max: 2 ** 40,
      summary: 'from one key to the next, such as 4096 where keys are addresses of pages',
    },
    trigger: {
      type: 'choice',
      choices: ['miss', 'tagged', 'always'],
      default: 'tagged',
      summary: 'what it proposes at: misses, these and the first use of what was fetched ahead, or every request',
    },
    clients: { type: 'flag', default: true, summary: 'whether the runs of each client are followed by themselves' },
    memory: { type: 'integer', default: 1_024, min: 1, max: 1e6, summary: 'clients whose runs are followed' },
    ...HOW,
  },
  capabilities: { clients: true, numeric: true },
  create({ keys, propose }, { degree, step, trigger, clients, memory }) {
    const { distance, at } = keys!;
    /** By client, as far as there is memory: the id that it asked for last, and how many steps led there. */
    const last = new Int32Array(memory).fill(NONE);
    const run = new Int32Array(memory);
    /** By client: steps beyond its last key that have been proposed. */
    const reach = new Int32Array(memory);

    return {
      request(id, _now, client, hit, ahead) {
        const who = clients ? client % memory : 0;
        const from = last[who]!;
        const steps = from === NONE ? 0 : distance(from, id) / step;
        // Asked for again, or a step back: as if it had not moved.
        const goesOn = steps >= 1 && steps <= Math.max(1, reach[who]!) && Number.isInteger(steps);
        run[who] = goesOn ? run[who]! + 1 : steps === 0 ? run[who]! : 0;
        reach[who] = goesOn ? Math.max(0, reach[who]! - steps) : steps === 0 ? reach[who]! : 0;
        last[who] = id;
        if (hit && trigger !== 'always' && !(trigger === 'tagged' && ahead)) return;
        // What a miss shows was proposed in vain, or left the cache before its turn.
        const known = hit || ahead ? reach[who]! : 0;
        const confidence = run[who]! / (run[who]! + 1);
        for (let n = known + 1; n <= degree; n++) {
          const next = at(id, n * step);
          if (next >= 0) propose(next, confidence);
        }
        if (degree > reach[who]!) reach[who] = degree;
      },
    };
  },
});
