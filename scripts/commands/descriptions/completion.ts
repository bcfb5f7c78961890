import type { CommandDescription } from '../description.ts';

export const completion: CommandDescription = {
  name: 'completion',
  summary: 'The script for bash or zsh that completes commands, options and names.',
  argument: 'SHELL',
  options: ['help'],
  examples: [{ command: 'source <(tierlab completion bash)', what: 'from the shell that runs now on' }],
  load: () => import('../completion.ts'),
};
