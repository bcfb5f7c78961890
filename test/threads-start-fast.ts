import { setEnvironmentData } from 'node:worker_threads';
import { inject } from 'vitest';

// Threads that tests start load what threads of the command line load: to translate 250 modules for each took a second.
setEnvironmentData('tierlab/compiled', inject('compiled') ?? undefined);
