import { InputError } from '../../spec/input-error.ts';
import { defineWorkload } from '../contract.ts';
import { RangeInterner } from '../interners/range.ts';
import { type Details, Recorder } from '../recorder.ts';
import { markEvery } from './phase-marks.ts';
import { exponential } from './sampling/exponential.ts';
import { uniformSampler } from './sampling/uniform.ts';
import { zipfSampler } from './sampling/zipf.ts';

/** Successors of a node, from the likeliest to the least likely. */
const OUT_DEGREE = 3;

/** No edge: a session starts here. */
const START = -1;

/**
 * Clients walk on a random graph: from a node a client goes on to one of three others, always with the same three
 * probabilities. After each request a session ends with the chance 1 / `length`, and the client's next one starts at a node
 * drawn by popularity. With `order=2` the way by which a client came to a node decides which of the three is the likeliest. Clients think for exponential times, so all their requests together are a Poisson process, and the
 * next one is any client's with the same chance.
 */
export const markovSessions = defineWorkload({
  name: 'markov-sessions',
  summary:
    'Interleaved sessions that walk on a random graph: what comes next can be foretold, once clients are told apart',
  parameters: {
    nodes: { type: 'integer', default: 2_000, min: 4, max: 10_000_000, summary: 'number of nodes, each a key' },
    first: { type: 'number', default: 0.7, min: 0, max: 1, summary: 'probability of the first successor of a node' },
    second: {
      type: 'number',
      default: 0.2,
      min: 0,
      max: 1,
      summary: 'probability of the second; the third gets what is left: first=0.5,second=0.3 leaves 0.2',
    },
    order: {
      type: 'integer',
      default: 1,
      min: 1,
      max: 2,
      summary: 'nodes that decide which successor is the likeliest: the last one, or the last two',
    },
    sessions: {
      type: 'integer',
      default: 4,
      min: 1,
      max: 1_000_000,
      summary: 'clients at a time; with 16 and clients=false hardly a successor in the stream is one on the graph',
    },
    clients: { type: 'flag', default: true, summary: 'whether records say which client asks' },
    think: {
      type: 'duration',
      default: 0.2,
      min: 0.001,
      max: 86_400,
      summary: 'mean time between two requests of a client',
    },
    length: {
      type: 'integer',
      default: 20,
      min: 1,
      max: 1_000_000_000,
      summary: 'mean number of requests of a session',
    },
    alpha: { type: 'number', default: 0.9, min: 0, max: 10, summary: 'skew of the nodes that sessions start at' },
    redraw: {
      type: 'integer',
      default: 0,
      min: 0,
      summary: 'requests until all nodes get other successors, so that what was learnt is wrong; 0: never',
    },
  },
  requests: 100_000,
  generate({ requests, random, sink }, values) {
    const { nodes, first, second, order, sessions, clients, think, length, redraw } = values;
    if (first + second > 1)
      throw new InputError(
        'markov-sessions',
        `first=${first} and second=${second} make ${first + second}, expected at most 1`,
      );
    const successors = new Int32Array(OUT_DEGREE * nodes);
    /** By edge, with `order=2`: by how many the successors of its end change places, in turn, for those who came by it. */
    const shifts = new Uint8Array(order === 2 ? successors.length : 0);
    const anyShift = uniformSampler(random('shifts'), OUT_DEGREE);
    const anyNode = uniformSampler(random('graph'), nodes);
    const start = zipfSampler(random('starts'), nodes, values.alpha);
    const [times, steps, ends] = [random('times'), random('steps'), random('ends')];
    const turn = uniformSampler(random('turns'), sessions);
    /** The node that a client asks for next. */
    const at = new Int32Array(sessions).map(start);
    /** The edge by which it comes there, or `START`. */
    const by = new Int32Array(sessions).fill(START);
    const recorder = new Recorder(clients ? ['time', 'client'] : ['time'], sink);
    const interner = recorder.keyedBy(new RangeInterner(nodes));
    const stride = markEvery(redraw === 0 ? 0 : Math.ceil(requests / redraw) - 1);
    const end = 1 / length;
    const gap = think / sessions;
    const details: Details = { time: 0, client: 0 };
    let time = 0;
    draw();
    for (let i = 0; i < requests; i++) {
      if (redraw > 0 && i > 0 && i % redraw === 0) {
        draw();
        const graph = i / redraw;
        if (graph % stride === 0) recorder.phase(`graph ${graph + 1}`);
      }
      time += exponential(times, gap);
      const client = turn();
      const node = at[client]!;
      details.time = time;
      details.client = client;
      recorder.add(interner.id(node), details);
      if (ends() < end) {
        at[client] = start();
        by[client] = START;
        continue;
      }
      const step = steps();
      const which = step < first ? 0 : step < first + second ? 1 : 2;
      const shift = order === 2 && by[client] !== START ? shifts[by[client]!]! : 0;
      by[client] = OUT_DEGREE * node + ((which + shift) % OUT_DEGREE);
      at[client] = successors[by[client]!]!;
    }
    return recorder.finish();

    function draw(): void {
      drawSuccessors(successors, anyNode);
      for (let edge = 0; edge < shifts.length; edge++) shifts[edge] = anyShift();
    }
  },
});

/** Every node gets three successors, none of them twice and none itself. */
function drawSuccessors(successors: Int32Array, anyNode: () => number): void {
  for (let from = 0; from < successors.length; from += OUT_DEGREE) {
    const node = from / OUT_DEGREE;
    for (let i = 0; i < OUT_DEGREE; i++) {
      let drawn = anyNode();
      while (drawn === node || successors.subarray(from, from + i).includes(drawn)) drawn = anyNode();
      successors[from + i] = drawn;
    }
  }
}
