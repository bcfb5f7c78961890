import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { shellWords } from './shell-words.ts';

it('leaves plain words alone', () => {
  expect(shellWords(['sim', '--levels', 'L1=1%/5m/lru,L2=5/-/s3-fifo:small=0.1'])).toBe(
    'sim --levels L1=1%/5m/lru,L2=5/-/s3-fifo:small=0.1',
  );
});

it('quotes so that a shell reads the same words again', () => {
  const words = ['a b', "it's", '$HOME', '', '*', '"', 'a;b|c&d', '`x`', '~'];
  const read = execFileSync('sh', ['-c', `printf '%s\\n' ${shellWords(words)}`], { encoding: 'utf8' });
  expect(read.split('\n').slice(0, -1)).toEqual(words);
});
