import { expect, it } from 'vitest';
import { latest } from './latest.ts';

it('answers the first question, then only the newest of those that came meanwhile', async () => {
  const answered: number[] = [];
  const finish: (() => void)[] = [];
  const ask = latest<number>(async value => {
    answered.push(value);
    await new Promise<void>(resolve => finish.push(resolve));
  });
  const settle = async () => {
    finish.shift()!();
    await new Promise(resolve => setTimeout(resolve));
  };
  ask(1);
  ask(2);
  ask(3);
  expect(answered).toEqual([1]);
  await settle();
  expect(answered).toEqual([1, 3]);
  await settle();
  ask(4);
  expect(answered).toEqual([1, 3, 4]);
});
