import { expect, it } from 'vitest';
import { parseVariantList } from './variant-list.ts';

it('is names with options, in camel or kebab case', () => {
  expect(parseVariantList('plain: preset=flat; careful : promotion=never, level-ttl=cool; ;')).toEqual([
    { name: 'plain', settings: { preset: 'flat' } },
    { name: 'careful', settings: { promotion: 'never', levelTtl: 'cool' } },
  ]);
});

it('lets lists and specs go on behind a comma', () => {
  const text =
    'a: levels=L1=10/5m/s3-fifo:small=0.1,ghost=0.9,L2=20/-/lru,promotion=nth-hit:n=2,window=5,fill=none; b: latency=L1=fixed:ms=1,origin=fixed:ms=9';
  expect(parseVariantList(text)).toEqual([
    {
      name: 'a',
      settings: {
        levels: 'L1=10/5m/s3-fifo:small=0.1,ghost=0.9,L2=20/-/lru',
        promotion: 'nth-hit:n=2,window=5',
        fill: 'none',
      },
    },
    { name: 'b', settings: { latency: 'L1=fixed:ms=1,origin=fixed:ms=9' } },
  ]);
});

it('a variant without options is what all have in common', () => {
  expect(parseVariantList('base:')).toEqual([{ name: 'base', settings: {} }]);
});
