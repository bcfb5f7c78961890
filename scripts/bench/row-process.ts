import { inlineGenerously } from '../../engine/runners/inlining.ts';
import { measure } from './measure.ts';

inlineGenerously();

// One row of the benchmark in a process of its own: `row-process.ts NAME REQUESTS ROUNDS` prints its measurement as JSON.
const [name, requests, rounds] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await measure(name!, Number(requests), Number(rounds))));
