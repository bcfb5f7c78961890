import { expect, it } from 'vitest';
import { Turns } from './turns.ts';

/** Turns whose acts last until they are finished by hand. */
function setUp() {
  const turns = new Turns();
  const log: string[] = [];
  const finish: (() => void)[] = [];
  const slow = (name: string) => () => {
    log.push(name);
    return new Promise<void>(resolve => finish.push(resolve));
  };
  const step = async () => {
    finish.shift()!();
    await new Promise(resolve => setTimeout(resolve));
  };
  return { turns, log, slow, step };
}

it('what is asked for is done in order', async () => {
  const { turns, log, slow, step } = setUp();
  void turns.take(slow('a'));
  void turns.take(slow('b'));
  expect(log).toEqual(['a']);
  await step();
  expect(log).toEqual(['a', 'b']);
});

it('changes that wait together are all made, and what follows is done once', async () => {
  const { turns, log, slow, step } = setUp();
  const change = (name: string) => turns.change(() => log.push(name), slow('try'));
  change('1');
  expect(log).toEqual(['1', 'try']);
  change('2');
  change('3');
  await step();
  expect(log).toEqual(['1', 'try', '2', '3', 'try']);
});

it('a change waits for what was asked for before it, and what comes after waits for the change', async () => {
  const { turns, log, slow, step } = setUp();
  void turns.take(slow('a'));
  turns.change(() => log.push('1'), slow('try'));
  const last = turns.take(slow('b'));
  turns.change(() => log.push('2'), slow('try'));
  for (let n = 0; n < 3; n++) await step();
  await last;
  expect(log).toEqual(['a', '1', 'try', 'b', '2', 'try']);
});
