import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createTurnstile } from '../../src/command/turnstile.ts';

test('a class that asks at once is answered in order, and others are heard in between', async () => {
  const { pass } = createTurnstile();
  const order: (number | 'heard')[] = [];
  const answers = Array.from({ length: 30 }, (_, at) => pass().then(() => order.push(at)));
  await nextTurn();
  order.push('heard');
  await Promise.all(answers);
  expect(order.filter((one) => one !== 'heard')).toEqual(answers.map((_, at) => at));
  expect(order.indexOf('heard')).toBeGreaterThan(0);
  expect(order.indexOf('heard')).toBeLessThan(10);
});

test('who comes when nobody waits goes on at once, again and again', async () => {
  const { pass, giveWay } = createTurnstile();
  for (let time = 0; time < 3; time++) {
    giveWay();
    await expect(pass()).resolves.toBeUndefined();
  }
});

test('a crowd waits while others are still heard, though for two seconds at most', async () => {
  let now = 0;
  const { pass, giveWay } = createTurnstile(() => now);
  const crowd = () => Promise.all(Array.from({ length: 30 }, pass));

  giveWay();
  let areThrough = false;
  const first = crowd().then(() => {
    areThrough = true;
  });
  await nextTurn();
  await nextTurn();
  expect(areThrough).toBe(false);
  now = 6;
  await first;

  giveWay();
  const second = crowd();
  now = 2_006;
  giveWay();
  await second;
});
