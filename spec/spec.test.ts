import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Description } from './parameter.ts';
import { formatSpec, resolveSpec, splitSpecs } from './spec.ts';

const catalogue: readonly Description[] = [
  {
    name: 'queue',
    aliases: ['fifo'],
    summary: 'has one parameter of each type',
    parameters: {
      share: { type: 'number', default: 0.1, min: 0, max: 1, summary: 'a share' },
      length: { type: 'integer', default: 5, min: 1, summary: 'a length' },
      window: { type: 'duration', default: 60, summary: 'a time' },
      order: { type: 'choice', choices: ['old', 'new'], default: 'old', summary: 'an order' },
      strict: { type: 'flag', default: false, summary: 'a flag' },
      inner: { type: 'text', default: 'lru', summary: 'a text' },
    },
  },
  { name: 'bare', summary: 'has no parameters', parameters: {} },
];

function resolve(text: string) {
  return resolveSpec(text, catalogue, 'policy', '--policy');
}

describe('a spec', () => {
  it('takes the defaults of what it does not say', () => {
    expect(resolve('queue').values).toEqual({
      share: 0.1,
      length: 5,
      window: 60,
      order: 'old',
      strict: false,
      inner: 'lru',
    });
  });

  it('reads a value of every type', () => {
    expect(resolve('queue:share=1,length=10k,window=5m,order=new,strict=true,inner=arc').values).toEqual({
      share: 1,
      length: 10_000,
      window: 300,
      order: 'new',
      strict: true,
      inner: 'arc',
    });
  });

  it('is found by an alias and in any case, and keeps its text', () => {
    const { entry, text } = resolve(' FIFO:length=7 ');
    expect(entry.name).toBe('queue');
    expect(text).toBe('FIFO:length=7');
  });

  it.each([
    ['queeu', '--policy: unknown policy "queeu"; did you mean "queue"?'],
    ['something', '--policy: unknown policy "something"; known: queue, bare'],
    ['queue:lenght=3', '--policy: queue has no parameter "lenght"; did you mean "length"?'],
    ['bare:x=1', '--policy: bare has no parameter "x"; it takes none'],
    ['queue:length', '--policy: "queue:length": expected parameter=value, found "length"'],
    ['queue:', '--policy: "queue:": expected parameter=value, found ""'],
    ['queue:length=1,length=2', '--policy: "queue:length=1,length=2": parameter "length" is given twice'],
    ['queue:length=0', '--policy: queue:length: found "0", expected at least 1'],
    ['queue:share=1.5', '--policy: queue:share: found "1.5", expected 0 to 1'],
    ['queue:share=', '--policy: queue:share: expected a number, found ""'],
    ['queue:order=random', '--policy: queue:order: found "random", expected old or new'],
    ['queue:strict=yes', '--policy: queue:strict: found "yes", expected true or false'],
  ])('"%s" is refused in one line', (text, message) => {
    expect(() => resolve(text)).toThrow(expect.objectContaining({ name: 'InputError', message }));
  });

  it('is written with the parameters that differ from their defaults, and reads back the same', () => {
    const text = 'queue:length=7,order=new';
    const { entry, values } = resolve(`${text},strict=false`);
    expect(formatSpec(entry, values)).toBe(text);
    expect(resolve(formatSpec(entry, values)).values).toEqual(values);
  });
});

describe('a list of specs', () => {
  it('keeps the parameters of a spec together', () => {
    expect(splitSpecs('arc:p=integer,s3-fifo:small=0.1,ghost=0.9')).toEqual([
      'arc:p=integer',
      's3-fifo:small=0.1,ghost=0.9',
    ]);
  });

  it('is separated by commas or blanks, and blanks before and after do not count', () => {
    expect(splitSpecs(' lru,, fifo  sieve ')).toEqual(['lru', 'fifo', 'sieve']);
  });

  it('joined again by commas is the same list', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
    const assignment = fc.tuple(name, fc.nat()).map(([key, value]) => `${key}=${value}`);
    const spec = fc
      .tuple(name, fc.array(assignment, { maxLength: 3 }))
      .map(([head, parameters]) => (parameters.length === 0 ? head : `${head}:${parameters.join(',')}`));
    fc.assert(
      fc.property(fc.array(spec), specs => {
        expect(splitSpecs(specs.join(','))).toEqual(specs);
      }),
    );
  });
});
