import { describe, expect, test } from 'vitest';
import { sampleAblate } from '../../test/report/sample-ablate.ts';
import { ablateFinding, ordersNote } from './ablation.ts';
import { effectsFinding, stepsFinding } from './ablation-finding.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('the finding of an ablation', () => {
  test('says how far the ends are apart, and which choice buys most', () => {
    expect(plain(ablateFinding(sampleAblate()))).toBe(
      'From reference to tierlab the hit ratio rises from 40.00 % to 77.00 %; demotion buys most, +30.00 points',
    );
  });

  test('knows that less latency is better, and what costs most on a way that is for the worse', () => {
    const falling = sampleAblate({ metric: 'latencyMeanMs', start: 3, steps: { policy: 0.5, demotion: -1 } });
    expect(plain(ablateFinding(falling))).toBe(
      'From reference to tierlab mean latency falls from 3 ms to 2.5 ms; demotion buys most, −1.000 ms',
    );
    const worse = sampleAblate({ start: 0.9, steps: { policy: -0.2, demotion: 0.1 } });
    expect(plain(ablateFinding(worse))).toMatch(/falls from 90\.00 % to 80\.00 %; policy costs most, −20\.00 points$/);
  });

  test('says where nothing changes', () => {
    const same = sampleAblate({ steps: { policy: 0.1, demotion: -0.1 } });
    expect(plain(ablateFinding(same))).toBe('From reference to tierlab the hit ratio stays at 40.00 %');
  });
});

test('the steps are told by what they are for', () => {
  expect(plain(stepsFinding(sampleAblate()))).toBe(
    'For the better: demotion and promotion; for the worse: residency; without effect: 1 choice',
  );
  expect(plain(stepsFinding(sampleAblate({ metric: 'moved', steps: { policy: 4 } })))).toBe(
    'Nothing for the better; for the worse: policy',
  );
  expect(stepsFinding(sampleAblate({ steps: { policy: 0 } }))).toBe('None of the choices changes anything here');
});

test('the choice whose effect depends most on its moment is named', () => {
  expect(plain(effectsFinding(sampleAblate()))).toBe(
    'The order matters most for demotion: +45.00 points as the first choice, +15.00 points as the last',
  );
  expect(effectsFinding(sampleAblate({ steps: { policy: 0 } }))).toBe(
    'The order in which the choices are made does not matter',
  );
});

test('how effects were averaged: over orders that were drawn, or over all', () => {
  const document = sampleAblate();
  expect(plain(ordersNote(document))).toBe(
    'Average over 24 orders drawn at random of 4 choices (Shapley), from 138 configurations',
  );
  expect(plain(ordersNote({ ...document, orders: { count: 24, exact: true, configurations: 16 } }))).toBe(
    'Average over all 24 orders of 4 choices (Shapley), from 16 configurations',
  );
});
