import { inlineGenerously } from '../engine/runners/inlining.ts';
import { main } from './main.ts';

inlineGenerously();

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `tierlab policies | head` closes the pipe early: nothing is wrong then.
  if (error.code === 'EPIPE') process.exit();
  console.error(`tierlab: standard output: ${error.message}`);
  process.exit(1);
});

// Not process.exit: what was written to a pipe must arrive.
process.exitCode = await main(process.argv.slice(2));
