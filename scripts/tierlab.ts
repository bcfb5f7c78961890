import { inlineGenerously } from '../engine/runners/inlining.ts';
import { main } from './main.ts';

inlineGenerously();

// `tierlab policies | head` closes the pipe early: nothing is wrong then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

// Not process.exit: what was written to a pipe must arrive.
process.exitCode = await main(process.argv.slice(2));
