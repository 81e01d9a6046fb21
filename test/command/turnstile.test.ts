import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createTurnstile } from '../../src/command/turnstile.ts';

test('a class that asks at once is answered in order, and others are heard in between', async () => {
  const myTurn = createTurnstile();
  const order: (number | 'heard')[] = [];
  const answers = Array.from({ length: 30 }, (_, at) => myTurn().then(() => order.push(at)));
  await nextTurn();
  order.push('heard');
  await Promise.all(answers);
  expect(order.filter((one) => one !== 'heard')).toEqual(answers.map((_, at) => at));
  expect(order.indexOf('heard')).toBeGreaterThan(0);
  expect(order.indexOf('heard')).toBeLessThan(10);
});

test('who comes when nobody waits goes on at once, again and again', async () => {
  const myTurn = createTurnstile();
  for (let time = 0; time < 3; time++) await expect(myTurn()).resolves.toBeUndefined();
});
