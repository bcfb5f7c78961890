import { measure } from './measure.ts';

// One row of the benchmark in a process of its own: `row-process.ts NAME REQUESTS ROUNDS` prints its measurement as JSON.
const [name, requests, rounds] = process.argv.slice(2);
process.stdout.write(JSON.stringify(measure(name!, Number(requests), Number(rounds))));
